using AgaBot.Forms;
using AgaBot.Plans;
using AgaBot.Plans.FormDefinitions;

namespace AgaBot.Tests.Turns.BrokenOff;

/// <summary>
/// A turn is killed between the plan and its commit, its channel does not deliver it again, and the person does something else.
/// </summary>
[Trait("Category", "Integration")]
public sealed class NotRepeatedTests
{
    [Fact]
    public async Task What_is_answered_after_a_ficha_was_half_sent_is_in_the_ficha()
    {
        await using Played played = await Played.KilledAsync([.. TurnKinds.AnaFills, "ana: enviar"], 1, new());

        string receipt = await played.GoOnAsync("ana: editar 2", "ana: Pozos para los caseríos", "ana: enviar");

        Assert.Contains("Recibimos su ficha", receipt, StringComparison.Ordinal);
        Proposal sent = Assert.Single(
            (await played.Records.ByAuthorAsync(new ParticipantId("emulator:ana"), 10, null, CancellationToken.None)).Proposals
        );
        Assert.Equal(new Answer.Text("Pozos para los caseríos"), sent.Answers[FichaForm.Propuesta]);
        await played.FindAsync();
    }

    [Fact]
    public async Task Another_component_of_a_ficha_that_was_half_sent_is_the_one_that_counts_it()
    {
        await using Played played = await Played.KilledAsync([.. TurnKinds.AnaFills, "ana: enviar"], 1, new());

        await played.GoOnAsync("ana: editar 1", "ana: 2", "ana: enviar");

        PlanCounts counts = await played.Records.CountsAsync(CancellationToken.None);
        Assert.Equal(KeyValuePair.Create("integridad-publica", new ComponentCount(0, 1, 0)), Assert.Single(counts.Components));
        await played.FindAsync();
    }

    [Fact]
    public async Task What_was_half_added_to_another_and_is_sent_by_itself_stands_for_itself()
    {
        await using Played played = await Played.KilledAsync([.. TurnKinds.AnaSent, .. EvaFills, "eva: sumar 1"], 1, new());

        string receipt = await played.GoOnAsync("eva: enviar");

        Assert.Contains("Recibimos su ficha", receipt, StringComparison.Ordinal);
        PlanCounts counts = await played.Records.CountsAsync(CancellationToken.None);
        Assert.Equal(new ComponentCount(0, 2, 0), Assert.Single(counts.Components).Value);
        await played.FindAsync();
    }

    /// <summary>
    /// The person's other device returns first, as an unknown participant. The id whose empty row was left does not count as part of it.
    /// </summary>
    [Fact]
    public async Task Two_devices_of_somebody_who_was_erased_up_to_the_last_write_are_two_strangers()
    {
        string[] lines = TurnKinds.All["datos de dos canales borrados"];
        await using Played whole = await Played.UpToAsync(lines, new());
        int before = whole.Store.Written;
        await whole.SayAsync(lines[^1]);
        await using Played played = await Played.KilledAsync(lines, whole.Store.Written - before - 1, new());

        await played.GoOnAsync("eva2: presentarme", "eva2: sí", "eva2: Elena Nueva", "eva2: JUSHCAMIL", "eva2: academia", "eva2: mujer");

        Assert.Contains("Elena Nueva", await played.SayAsync("eva2: mis datos"), StringComparison.Ordinal);
        Assert.DoesNotContain("Elena Nueva", await played.SayAsync("eva: mis datos"), StringComparison.Ordinal);
    }

    private static string[] EvaFills => [.. from line in TurnKinds.AnaFills select line.Replace("ana:", "eva:", StringComparison.Ordinal)];
}

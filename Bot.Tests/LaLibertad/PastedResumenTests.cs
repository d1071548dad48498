using System.Collections.Immutable;
using AgaBot.Plans;
using AgaBot.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace AgaBot.Tests.LaLibertad;

/// <summary>The resumen of the workshop, pasted whole on a channel without files.</summary>
[Trait("Category", "Integration")]
public sealed class PastedResumenTests
{
    private static readonly string[] Introduction = ["sí", "Participante 01", "Gobierno Regional La Libertad", "1", "saltar"];

    [Fact]
    public async Task Its_ten_fichas_and_aportes_are_sent_one_after_another_word_for_word()
    {
        Workshop workshop = Workshop.Load();
        await using BotApp app = BotApp.Start();
        Talker coordinator = app.Talker("coordinadora", "email");

        // The text waits for consent, also through a restart.
        await coordinator.SayAsync(WorkshopText.Read());
        await app.RestartAsync();
        string found = await coordinator.AskAsync(Introduction[0]);
        Assert.Contains("Encontré 7 fichas y 3 aportes.", found, StringComparison.Ordinal);
        Assert.Empty(await SentAsync(app));
        string said = await coordinator.AskAsync("siguiente");
        for (int number = 1; number <= 10; number++)
        {
            Assert.Contains($"{number} de 10 de su documento", said, StringComparison.Ordinal);
            app.Clock.Advance(TimeSpan.FromMinutes(1));
            said = await coordinator.AskAsync("enviar");
            foreach (string line in number == 1 ? Introduction[1..] : [])
                said = await coordinator.AskAsync(line);
        }

        Assert.DoesNotContain("de su documento", said, StringComparison.Ordinal);
        ImmutableArray<Proposal> sent = await SentAsync(app);
        WorkshopProposal[] expected = [.. workshop.Fichas, .. workshop.Aportes];
        Assert.Equal(expected.Length, sent.Length);
        for (int index = 0; index < expected.Length; index++)
            WorkshopReplay.AssertWords(expected[index], sent[index]);
        Assert.Equal([ProposalKind.Ficha, ProposalKind.Aporte], sent.Select(one => one.Kind).Distinct());
    }

    [Fact]
    public async Task With_drafts_up_to_the_limit_nothing_of_it_is_lost()
    {
        await using BotApp app = BotApp.Start();
        Talker coordinator = app.Talker("coordinadora", "email");
        foreach (string line in (string[])["presentarme", .. Introduction])
            await coordinator.SayAsync(line);
        for (int number = 1; number <= 9; number++)
        {
            foreach (string line in (string[])["proponer", "1", $"Borrador {number}"])
                await coordinator.SayAsync(line);
        }

        // Sent at the first question of the tenth proposal, since a later question would take the text as its answer.
        await coordinator.SayAsync("proponer");
        Assert.Contains("Encontré 7 fichas y 3 aportes.", await coordinator.AskAsync(WorkshopText.Read()), StringComparison.Ordinal);
        Assert.Contains("1 de 10 de su documento", await coordinator.AskAsync("siguiente"), StringComparison.Ordinal);
        Assert.Contains("Ya tiene 10 borradores", await coordinator.AskAsync("siguiente"), StringComparison.Ordinal);
        await coordinator.AskAsync("retomar 1");
        Assert.Contains("2 de 10 de su documento", await coordinator.AskAsync("enviar"), StringComparison.Ordinal);
    }

    /// <summary>Oldest first.</summary>
    private static async Task<ImmutableArray<Proposal>> SentAsync(BotApp app) =>
        [
            .. (
                await app
                    .Services.GetRequiredService<IPlanRecords>()
                    .ByAuthorAsync(new ParticipantId("email:coordinadora"), 20, null, CancellationToken.None)
            ).Proposals.Reverse(),
        ];
}

using System.Collections.Immutable;
using System.Text.Json;
using AgaBot.Tests.Hosting;

namespace AgaBot.Tests.LaLibertad;

/// <summary>What a participant of the workshop does in chat, by typing or by card.</summary>
public abstract class WorkshopTalk(Talker talker)
{
    protected Talker Talker { get; } = talker;

    /// <summary>Gives the command and consents.</summary>
    public abstract Task BeginAsync(string command);

    /// <summary>Fills in and submits the open form. Returns the last message of the bot.</summary>
    public abstract Task<string> FillAsync(WorkshopProposal proposal);

    /// <summary>Answers who one is, which is asked last. Returns the last message of the bot.</summary>
    public abstract Task<string> SayWhoAsync(WorkshopParticipant participant);

    public abstract Task RespondAsync(string option);

    protected static string Said(ImmutableArray<BotMessage> messages) => string.Join('\n', messages.Select(message => message.Words));

    /// <summary>The questions of a form with the answers of the document, in the form's order, without the table.</summary>
    protected static IEnumerable<(string Question, string? Answer)> BeforeTable(WorkshopProposal proposal)
    {
        if (proposal.Componente is { } componente)
            yield return ("componente", componente);
        yield return ("propuesta", proposal.Propuesta);
        yield return ("problema", proposal.Problema);
        yield return ("objetivo", proposal.Objetivo);
        yield return ("responsable", proposal.Responsable);
        yield return ("corresponsables", proposal.Corresponsables);
    }
}

/// <summary>Types everything, on a channel without cards.</summary>
public sealed class TypedTalk(Talker talker) : WorkshopTalk(talker)
{
    public override async Task BeginAsync(string command)
    {
        await Talker.SayAsync(command);
        await Talker.SayAsync("sí");
    }

    public override async Task<string> SayWhoAsync(WorkshopParticipant participant)
    {
        await Talker.SayAsync(participant.Name);
        await Talker.SayAsync(participant.OrganisationType);
        await Talker.SayAsync(participant.OrganisationType);
        return Said(await Talker.SayAsync(participant.IsWoman ? "mujer" : "hombre"));
    }

    public override async Task<string> FillAsync(WorkshopProposal proposal)
    {
        foreach ((string question, string? answer) in BeforeTable(proposal))
        {
            await Talker.SayAsync(string.IsNullOrEmpty(answer) ? "saltar" : answer);
            if (question == "propuesta" && proposal.Componente is null)
                await Talker.SayAsync("detalles");
        }
        if (!proposal.Acciones.IsEmpty)
            await Talker.SayAsync(string.Join('\n', proposal.Acciones.Select(row => string.Join("; ", row))));
        ImmutableArray<BotMessage> last = await Talker.SayAsync("listo");
        if (proposal.Cumplimiento is { } date)
            last = await Talker.SayAsync(date.Length == 0 ? "saltar" : date);
        Assert.Contains(proposal.Propuesta, Said(last), StringComparison.Ordinal);
        return Said(await Talker.SayAsync("enviar"));
    }

    public override async Task RespondAsync(string option)
    {
        await Talker.SayAsync("responder");
        await Talker.SayAsync(option);
    }
}

/// <summary>Uses cards: fills in their inputs and presses their buttons.</summary>
public sealed class CardTalk(Talker talker) : WorkshopTalk(talker)
{
    private CardInHand? hand;

    private CardInHand Hand => hand ?? throw new InvalidOperationException("There is no card.");

    public override async Task BeginAsync(string command)
    {
        Hold(await Talker.SayAsync(command));
        await PressAsync("yes");
    }

    public override async Task<string> SayWhoAsync(WorkshopParticipant participant)
    {
        await PressAsync(
            "answer",
            ("nombre", participant.Name),
            ("organizacion", participant.OrganisationType),
            ("tipo", Choice("tipo", participant.OrganisationType)),
            ("genero", Choice("genero", participant.IsWoman ? "Mujer" : "Hombre"))
        );
        return Hand.FallbackText;
    }

    public override async Task<string> FillAsync(WorkshopProposal proposal)
    {
        (string Question, string? Answer)[] answers = [.. BeforeTable(proposal)];
        foreach ((int at, (string question, string? answer)) in answers.Index())
        {
            bool isFirstOfTwo = Hand.Inputs.Count > 1 && at + 1 < answers.Length && Hand.Inputs.ContainsKey(answers[at + 1].Question);
            if (!Hand.Inputs.ContainsKey(question))
                continue;
            if (question == "propuesta" && proposal.Componente is null)
                await PressAsync("details", (question, answer!));
            // Saltar skips both questions of a card.
            else if (string.IsNullOrEmpty(answer) && isFirstOfTwo && !string.IsNullOrEmpty(answers[at + 1].Answer))
                await PressAsync("answer", (question, ""));
            else
                await AnswerAsync(question, answer);
        }
        foreach (ImmutableArray<string> row in proposal.Acciones)
            await PressAsync("addRow", ("accion", row[0]), ("inicio", row[1]), ("fin", row[2]));
        await PressAsync("done");
        if (proposal.Cumplimiento is { } date)
            await AnswerAsync("cumplimiento", date);
        Assert.Contains(proposal.Propuesta, Hand.FallbackText, StringComparison.Ordinal);
        await PressAsync("send");
        return Hand.FallbackText;
    }

    public override async Task RespondAsync(string option)
    {
        Hold(await Talker.SayAsync("responder"));
        await PressAsync("answer", ("respuesta", Choice("respuesta", option)));
    }

    private Task AnswerAsync(string question, string? answer) =>
        answer switch
        {
            null or "" => PressAsync("skip"),
            _ => PressAsync("answer", (question, question == "componente" ? Choice(question, answer) : answer)),
        };

    private async Task PressAsync(string action, params (string Question, string Value)[] filled) =>
        Hold(await Talker.PressAsync(Hand.Press(action, filled)));

    private void Hold(ImmutableArray<BotMessage> messages) =>
        hand = messages.LastOrDefault(message => message.Card is not null)?.Card ?? hand;

    /// <summary>
    /// The value of the choice that says this; the document names components in several ways, all alike at the beginning.
    /// </summary>
    private string Choice(string question, string title)
    {
        JsonElement choices = Hand.Inputs[question].GetProperty("choices");
        return choices
            .EnumerateArray()
            .First(choice => title.StartsWith(Beginning(choice.GetProperty("title").GetString()!), StringComparison.OrdinalIgnoreCase))
            .GetProperty("value")
            .GetString()!;
    }

    private static string Beginning(string title) => title[..Math.Min(title.Length, 12)];
}

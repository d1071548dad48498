using AgaBot.Dialogs.Asking;
using AgaBot.Dialogs.Commands;
using AgaBot.Dialogs.Drafting;
using AgaBot.Dialogs.Phrasing;
using AgaBot.Plans;

namespace AgaBot.Dialogs.Answering;

/// <summary>"¿Quién ve mis respuestas?"</summary>
internal sealed record AskWhoSeesCommand : QuestionCommand, IHasPatterns
{
    public static IEnumerable<CommandPattern> Patterns =>
        [
            new CommandPattern.Bare("command.askWhoSees", new AskWhoSeesCommand()),
            new CommandPattern.Sentence("sentence.askWhoSees", 26, new AskWhoSeesCommand()),
        ];
}

/// <summary>"¿Mi nombre sale publicado?"</summary>
internal sealed record AskNameCommand : QuestionCommand, IHasPatterns
{
    public static IEnumerable<CommandPattern> Patterns =>
        [
            new CommandPattern.Bare("command.askName", new AskNameCommand()),
            new CommandPattern.Sentence("sentence.askName", 25, new AskNameCommand()) { AlsoNegated = true },
        ];
}

/// <summary>"¿Cómo borro lo que puse?": tells the choices and deletes nothing.</summary>
internal sealed record AskEraseCommand : QuestionCommand, IHasPatterns
{
    public static IEnumerable<CommandPattern> Patterns =>
        [
            new CommandPattern.Bare("command.askErase", new AskEraseCommand()),
            new CommandPattern.Sentence("sentence.askErase", 35, new AskEraseCommand()),
        ];
}

internal sealed class AskWhoSeesHandler(Plan plan) : ImmediateCommandHandler<AskWhoSeesCommand>
{
    protected override Decision Follow(DialogContext context, AskWhoSeesCommand command, OpenForm? open)
    {
        Words words = context.Words;
        string text = string.Join(
            '\n',
            (string[])
                [
                    words["asked.seesDraft"],
                    words.Say("asked.seesSent", plan.Responsible),
                    .. context.State.Mesa is { } mesa ? [words.Say("asked.seesMesa", mesa.Number)] : Array.Empty<string>(),
                    words["asked.seesConsultations"],
                ]
        );
        return Interruption.Tell(context.Say(ButtonsMessage.Say(words, text, "privacy")), open);
    }
}

internal sealed class AskNameHandler(Plan plan) : ImmediateCommandHandler<AskNameCommand>
{
    protected override Decision Follow(DialogContext context, AskNameCommand command, OpenForm? open)
    {
        Words words = context.Words;
        string shown = context.Participant.Profile is { } profile
            ? words.Say("asked.nameWithOrganisation", profile.Organisation)
            : words["asked.nameWithoutProfile"];
        return Interruption.Tell(context.Say($"{words["asked.name"]} {shown}\n{words.Say("asked.nameKept", plan.Responsible)}"), open);
    }
}

internal sealed class AskEraseHandler(Plan plan, IPlanRecords records) : OwnProposalHandler<AskEraseCommand>(records)
{
    protected override Reply Answer(DialogContext context, Proposal? sent, OpenForm? open)
    {
        Words words = context.Words;
        string draft = Draft(context, open);
        string text = string.Join(
            '\n',
            (string[])
                [
                    words["asked.erase"],
                    .. draft.Length == 0 ? Array.Empty<string>() : [words[$"asked.erase.{draft}"]],
                    .. sent is null ? Array.Empty<string>() : [words.Say("asked.erase.sent", sent.Receipt, ContactPhrase.Say(plan, words))],
                    words["asked.erase.all"],
                ]
        );
        string[] buttons = draft.Length == 0 ? ["myData", "deleteMyData"] : [draft, "myData", "deleteMyData"];
        return ButtonsMessage.Say(words, text, buttons);
    }

    /// <summary>The command that leaves what is not sent yet; empty if there is nothing.</summary>
    private static string Draft(DialogContext context, OpenForm? open) =>
        open is not null ? "cancel"
        : ProposalDrafts.Listed(context.State).IsEmpty ? ""
        : "discard";
}

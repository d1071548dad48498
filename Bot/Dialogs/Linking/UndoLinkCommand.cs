using AgaBot.Dialogs.Asking;
using AgaBot.Dialogs.Commands;
using AgaBot.Plans.Linking;

namespace AgaBot.Dialogs.Linking;

/// <summary><i>Desvincular</i>: asks whether the last link is to be undone, on either of its devices.</summary>
internal sealed record UndoLinkCommand : Command, IHasPatterns
{
    public static IEnumerable<CommandPattern> Patterns => [new CommandPattern.Bare("command.unlink", new UndoLinkCommand())];
}

internal sealed class UndoLinkHandler(ILinkMemories memories) : CommandHandler<UndoLinkCommand>
{
    protected override async ValueTask<Decision> FollowAsync(
        DialogContext context,
        UndoLinkCommand command,
        OpenForm? open,
        CancellationToken cancellationToken
    ) => Interruption.Tell(await AskAsync(context, cancellationToken), open);

    /// <summary>Undoes the link, if it is still the last one.</summary>
    public async ValueTask<Decision> UndoAsync(DialogContext context, LinkQuestion question, CancellationToken cancellationToken)
    {
        DialogContext without = context.With(context.Conversation with { Link = null });
        LinkMemory? last = await memories.FindLastAsync(context.Participant.Id, context.Turn.Now, cancellationToken);
        if (last?.From.Value == question.Hash && context.Turn.Now < question.Until)
            return context.Say([]) with { Link = new LinkChange.Undone(last.To, last.From) };
        // An earlier attempt of this turn has undone the link: nothing is remembered of it any more.
        return last?.From.Value == question.Hash || context.Turn.Now >= question.Until
            ? without.Say(context.Words["link.undo.tooLate"])
            : without.Say(context.Words["link.undo.done"]);
    }

    private async ValueTask<Decision> AskAsync(DialogContext context, CancellationToken cancellationToken)
    {
        if (await memories.FindLastAsync(context.Participant.Id, context.Turn.Now, cancellationToken) is not { } last)
            return context.Say(context.Words["link.undo.nothing"]);
        DateTimeOffset until = context.Turn.Now + LinkCode.Life;
        DateTimeOffset over = last.At + LinkMemory.Life;
        var asked = new LinkQuestion(LinkStep.Undoes, last.From.Value, until < over ? until : over);
        string text = context.Words.Say(
            "link.undo.ask",
            LinkPhrases.Place(context.Words, last.From),
            LinkPhrases.Place(context.Words, last.To)
        );
        return context
            .With(context.Conversation with { Link = asked })
            .Say(ButtonsMessage.Say(context.Words, text, "unlinkYes", "unlinkNo"));
    }
}

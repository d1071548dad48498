using System.Collections.Immutable;
using AgaBot.Dialogs.Advice;
using AgaBot.Dialogs.Asking;
using AgaBot.Dialogs.Commands;
using AgaBot.Dialogs.Explaining;
using AgaBot.Dialogs.Groups;
using AgaBot.Dialogs.Inputs;
using AgaBot.Dialogs.Linking;
using AgaBot.Dialogs.Proposals;
using AgaBot.Dialogs.Returning;
using AgaBot.Dialogs.TakingDown;
using AgaBot.Forms.Normalization;

namespace AgaBot.Dialogs.Deciding;

/// <summary>Decides a turn: the first step that returns a decision decides, then the revisions add to that decision.</summary>
internal sealed class Dialog(
    OpenForms forms,
    DraftReminder reminder,
    LinkNews links,
    GroupTalk groups,
    DialogSteps steps,
    DecisionRevisions revisions
) : IDialog
{
    public async ValueTask<Decision> DecideAsync(DialogState state, TurnInput turn, CancellationToken cancellationToken)
    {
        if (turn.Input is UserInput.DraftRests rests)
            return reminder.Say(new DialogContext(state, turn), rests.Draft);
        if (turn.Input is UserInput.LinkAnswered)
            return await TellOfLinkAsync(new DialogContext(state, turn), cancellationToken);
        DialogContext context = Arrival.Of(state, turn);
        if (turn.ConversationKind is ConversationKind.Group group)
            return await groups.DecideAsync(context, group, cancellationToken);

        Utterance? typed = turn.Input is UserInput.Typed { Text: var text } && !UserText.IsBlank(text) ? CommandReader.Read(text) : null;
        var read = new DialogTurn(context, forms.Find(context), typed, state.Conversation.Greeted);
        if (LapsedErasure.Of(read) is { } lapsed)
        {
            Decision other = await DecideAsync(lapsed, cancellationToken);
            return other with { Replies = [new Reply(context.Words["erase.kept"]), .. other.Replies] };
        }
        if (read.Open is not { } open || ChangedForms.Carry(context, open) is not { } changed)
            return await DecideAsync(read, cancellationToken);
        if (changed.LostItsPlace && AnswersQuestionAtHand(read))
            return changed.Context.Say(PlaceMessage.Say(changed.Open, changed.Notice));
        Decision decided = await DecideAsync(
            read with
            {
                Context = changed.Context,
                Open = forms.Find(changed.Context),
            },
            cancellationToken
        );
        return decided with { Replies = [new Reply(changed.Notice.Text), .. decided.Replies] };
    }

    /// <summary>An open form stays open: the reply says how to go on with it.</summary>
    private async ValueTask<Decision> TellOfLinkAsync(DialogContext context, CancellationToken cancellationToken)
    {
        Decision told = await links.ReviseAsync(context, context.Say([]), cancellationToken);
        return told.Replies.IsEmpty ? told : Interruption.Tell(told, forms.Find(context));
    }

    private async ValueTask<Decision> DecideAsync(DialogTurn turn, CancellationToken cancellationToken) =>
        await revisions.ReviseAsync(turn.Context, await steps.DecideAsync(turn, cancellationToken), cancellationToken);

    /// <summary>Whether typed text can only be about the question at hand. A card says so by its revision.</summary>
    private static bool AnswersQuestionAtHand(DialogTurn turn) =>
        turn.Context.Turn.Input is UserInput.Typed
        && (turn.Typed is not Utterance.Ordered ordered || ordered.Command.IsAboutQuestionAtHand);
}

/// <summary>The steps that decide, in order.</summary>
internal sealed class DialogSteps(
    ArrivalStep arrival,
    LinkAnswerStep link,
    SaidCodeStep code,
    OfferAnswerStep offer,
    CommandStep command,
    PasteStep paste,
    AsideStep aside,
    WishStep wish,
    CardFieldStep field,
    AnswerStep answer,
    PressStep press,
    FileStep file
)
{
    private readonly ImmutableArray<IDialogStep> steps =
    [
        arrival,
        link,
        code,
        offer,
        command,
        paste,
        aside,
        wish,
        field,
        answer,
        press,
        file,
    ];

    public async ValueTask<Decision> DecideAsync(DialogTurn turn, CancellationToken cancellationToken)
    {
        foreach (IDialogStep step in steps)
        {
            if (await step.TryDecideAsync(turn, cancellationToken) is { } decision)
                return decision;
        }
        return Misunderstanding.Say(turn.Context, turn.Open, "unreadable");
    }
}

/// <summary>The revisions of a decision, in order.</summary>
internal sealed class DecisionRevisions(
    SentenceOffers offers,
    PendingRequests requests,
    LinkNews links,
    ReturnReminder returning,
    RepeatedMisunderstandingHelp misunderstandings,
    ReviewAdvice advice,
    AnsweredCards cards
)
{
    private readonly ImmutableArray<IDecisionRevision> revisions = [offers, requests, links, returning, misunderstandings, advice, cards];

    public async ValueTask<Decision> ReviseAsync(DialogContext context, Decision decision, CancellationToken cancellationToken)
    {
        foreach (IDecisionRevision revision in revisions)
            decision = await revision.ReviseAsync(context, decision, cancellationToken);
        return decision;
    }
}

using AgaBot.Dialogs.Asking;
using AgaBot.Dialogs.Commands;
using AgaBot.Dialogs.Consulting;
using AgaBot.Dialogs.Documents;
using AgaBot.Dialogs.Drafting;
using AgaBot.Dialogs.Explaining;
using AgaBot.Dialogs.Linking;
using AgaBot.Dialogs.TakingDown;
using AgaBot.Forms;
using AgaBot.Forms.Normalization;
using AgaBot.Forms.Walking;

namespace AgaBot.Dialogs.Deciding;

/// <summary>Follows a typed command. In a form the words may be the answer instead.</summary>
internal sealed class CommandStep(CommandOrders orders, OpenForms forms) : IDialogStep
{
    public async ValueTask<Decision?> TryDecideAsync(DialogTurn turn, CancellationToken cancellationToken)
    {
        if (turn.Typed is not Utterance.Ordered ordered)
            return null;
        return turn.Open is { } open && (ordered.Command.MayAnswer(open) || IsOption(ordered.Text, open))
            ? await forms.AdvanceAsync(turn.Context, new FormInput.Say(ordered.Text), cancellationToken)
            : await orders.FollowAsync(turn.Context, ordered.Command, turn.Open, cancellationToken);
    }

    /// <summary>A coordinator's own options may have the name of a command: "Opciones", "Votar".</summary>
    private static bool IsOption(string text, OpenForm open) =>
        open.QuestionAtHand is Question.Choice choice
        && Folding.ToWords(text) is var said
        && choice.Options.Any(option => Folding.ToWords(option.Label) == said);
}

/// <summary>Takes a bare "sí" or "no" to a question of a link. With an open form, the words are about the form.</summary>
internal sealed class LinkAnswerStep(CommandOrders orders) : IDialogStep
{
    public async ValueTask<Decision?> TryDecideAsync(DialogTurn turn, CancellationToken cancellationToken) =>
        turn is { Typed: Utterance.Told told, Open: null, Context: var context }
        && AnswerLinkCommand.Read(context.Conversation.Link, told.Text) is { } answer
            ? await orders.FollowAsync(context, answer, open: null, cancellationToken)
            : null;
}

/// <summary>Takes a short answer to the offer to take down a sentence. With an open form, the words are about the form.</summary>
internal sealed class OfferAnswerStep(CommandOrders orders) : IDialogStep
{
    public async ValueTask<Decision?> TryDecideAsync(DialogTurn turn, CancellationToken cancellationToken) =>
        turn is { Typed: { } typed, Open: null, Context: var context }
        && TakeDownCommand.Read(context.Conversation.Offered, typed.Said) is { } answer
            ? await orders.FollowAsync(context, answer, open: null, cancellationToken)
            : null;
}

/// <summary>Takes a pasted ficha, or a pasted resumen of several.</summary>
internal sealed class PasteStep(PasteHandler pastes) : IDialogStep
{
    public ValueTask<Decision?> TryDecideAsync(DialogTurn turn, CancellationToken cancellationToken) =>
        ValueTask.FromResult(turn.Typed is Utterance.Told told ? pastes.Take(turn.Context, told.Text, turn.Open) : null);
}

/// <summary>Answers thanks, an insult or a question about a word. The form stays open.</summary>
internal sealed class AsideStep(AsideHandler asides, CommandOrders orders, OpenForms forms) : IDialogStep
{
    public async ValueTask<Decision?> TryDecideAsync(DialogTurn turn, CancellationToken cancellationToken)
    {
        if (turn.Typed is not Utterance.Told told || asides.Find(turn.Context, told.Text, turn.Open) is not { } aside)
            return null;
        // In quotation marks the words are an answer.
        if (turn.Open is not null && CommandReader.Unquoted(told.Text.Trim()) is { } inner)
            return await forms.AdvanceAsync(turn.Context, new FormInput.Say(inner), cancellationToken);
        return asides.Answer(turn.Context, aside, turn.Open)
            ?? await orders.FollowAsync(turn.Context, AsideHandler.CommandOf(aside)!, turn.Open, cancellationToken);
    }
}

/// <summary>Follows a sentence that says what the person wants. When no form is open, typed text cannot be an answer.</summary>
internal sealed class WishStep(CommandOrders orders, WaitingDrafts drafts, SentenceOffers offers) : IDialogStep
{
    public async ValueTask<Decision?> TryDecideAsync(DialogTurn turn, CancellationToken cancellationToken)
    {
        if (turn is not { Typed: Utterance.Told told, Open: null, Context: var context })
            return null;
        return Hearing.HearTold(told.Text) switch
        {
            Heard.Number { Value: var number } => LoneNumber.Ways(context, number) ?? await FollowAsync(new RespondCommand(number)),
            Heard.Wish wish => await FollowAsync(wish.Command),
            Heard.Stated stated when offers.TryOffer(context, stated.Text) is { } offer => offer,
            _ => (context.ComesBack ? drafts.Meet(context, open: null) : null)
                ?? Misunderstanding.Say(context, null, "notUnderstood", told.Text),
        };

        ValueTask<Decision> FollowAsync(Command command) => orders.FollowAsync(context, command, open: null, cancellationToken);
    }
}

/// <summary>
/// Gives an answer to the open form. A text that is no answer may be a request, which is followed if that leaves the form as it is.
/// </summary>
internal sealed class AnswerStep(CommandOrders orders, OpenForms forms) : IDialogStep
{
    public async ValueTask<Decision?> TryDecideAsync(DialogTurn turn, CancellationToken cancellationToken)
    {
        if (turn.Typed is not Utterance.Told told)
            return null;
        Decision step = await forms.AdvanceAsync(turn.Context, new FormInput.Say(told.Text), cancellationToken);
        return step.NotUnderstood && SentenceReader.FindCommand(told.Text) is { LeavesTheForm: false } wish
            ? await orders.FollowAsync(turn.Context, wish, turn.Open, cancellationToken)
            : step;
    }
}

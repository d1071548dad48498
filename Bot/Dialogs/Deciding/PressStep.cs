using AgaBot.Dialogs.Asking;
using AgaBot.Dialogs.Commands;
using AgaBot.Dialogs.Documents;
using AgaBot.Dialogs.Inputs;
using AgaBot.Dialogs.Returning;
using AgaBot.Forms.Walking;

namespace AgaBot.Dialogs.Deciding;

/// <summary>Handles a card's button or inputs.</summary>
internal sealed class PressStep(OpenForms forms, CommandOrders orders, PasteHandler pastes, DraftHandler drafts) : IDialogStep
{
    public async ValueTask<Decision?> TryDecideAsync(DialogTurn turn, CancellationToken cancellationToken) =>
        turn.Context.Turn.Input is not UserInput.Pressed { Submit: var submit }
            ? null
            : submit.Action switch
            {
                CardActions.Command => await CommandAsync(turn, submit, cancellationToken),
                CardActions.Resume or CardActions.Discard => await DraftAsync(turn, submit, cancellationToken),
                _ => await InputAsync(turn, submit, cancellationToken),
            };

    /// <summary>A button of a form's own card, such as <i>cancelar</i> on the review, must not act on another form.</summary>
    private async ValueTask<Decision> CommandAsync(DialogTurn turn, CardSubmit submit, CancellationToken cancellationToken)
    {
        FormSession? session = turn.Open?.Session;
        if (submit.Session is not null && submit.Session != session?.Id)
            return Misunderstanding.SayOldCard(turn.Context, turn.Open, null);
        if (submit.Command is not { } words || CommandReader.Read(words) is not Utterance.Ordered { Command: var command })
            return Misunderstanding.Say(turn.Context, turn.Open, "unreadable");
        bool isOld = submit.Session is not null && submit.Revision != session?.Revision;
        return isOld && command.IsAboutShownNumbers
            ? Misunderstanding.SayOldCard(turn.Context, turn.Open, submit.Question)
            : await orders.FollowAsync(turn.Context, command, turn.Open, cancellationToken);
    }

    /// <summary>A card names a draft by its session, which is looked up among the person's own drafts.</summary>
    private async ValueTask<Decision> DraftAsync(DialogTurn turn, CardSubmit submit, CancellationToken cancellationToken)
    {
        if (turn.Context.State.Drafts.FirstOrDefault(one => one.Session.Id == submit.Session) is not { } draft)
            return Misunderstanding.SayOldCard(turn.Context, turn.Open, null);
        return submit.Action == CardActions.Resume
            ? drafts.Resume(turn.Context, draft, turn.Open)
            : await drafts.DiscardAsync(turn.Context, draft, turn.Open, cancellationToken);
    }

    private async ValueTask<Decision> InputAsync(DialogTurn turn, CardSubmit submit, CancellationToken cancellationToken) =>
        CardInputs.Take(forms, turn.Context, submit) switch
        {
            CardTaking.Input { Context: var now, Value: FormInput.Fill fill } when pastes.Take(now, fill, forms.Find(now)) is { } pasted =>
                pasted,
            CardTaking.Input taken => await forms.AdvanceAsync(taken.Context, taken.Value, cancellationToken),
            CardTaking.Old old => Misunderstanding.SayOldCard(turn.Context, turn.Open, old.QuestionId),
            _ => Misunderstanding.Say(turn.Context, turn.Open, "unreadable"),
        };
}

using System.Collections.Immutable;
using AgaBot.Dialogs;
using AgaBot.Plans;
using AgaBot.Turns.Coordinators;
using AgaBot.Turns.Linking;
using AgaBot.Turns.Requests;
using AgaBot.Turns.State;

namespace AgaBot.Turns.Running;

/// <summary>Has the dialog decide a turn.</summary>
internal sealed class TurnDecider(IDialog dialog, IParticipantLinks links, DirectoryRoles roles, TimeProvider time)
{
    public async ValueTask<DecidedTurn> DecideAsync(RunningTurn turn, Loaded loaded, CancellationToken cancellationToken)
    {
        TurnRequest request = turn.Request;
        ConversationRecord conversation = turn.ConversationIn(loaded);
        ParticipantRecord? person = loaded.Person is { Absorbing.IsEmpty: false } absorbing
            ? await links.AbsorbAsync(absorbing, cancellationToken)
            : loaded.Person;
        OpenCard? open = turn.Sender.Replaces(request.Reference) ? OpenCards.Of(conversation, request) : null;

        var state = new DialogState(
            person is null ? ParticipantState.Unknown(turn.Participant) : HeldRoles.SeenBy(person, turn.Speaker),
            conversation.State
        );
        DateTimeOffset now = time.GetUtcNow();
        ImmutableSortedSet<Role> given = await roles.OfAsync(request.Entra, cancellationToken);
        Decision decision = await dialog.DecideAsync(
            state,
            new TurnInput(request.Input, turn.TurnId, LimaCalendar.DayOf(now), now, turn.RefusedDecisions)
            {
                ConversationKind = request.ConversationKind,
                AddressBlock = request.AddressBlock,
                CardIsOpen = open is not null,
                Roles = given,
                Speaker = turn.Speaker,
            },
            cancellationToken
        );
        return new DecidedTurn(loaded, person, conversation, open, decision);
    }
}

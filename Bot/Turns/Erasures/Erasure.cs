using System.Collections.Immutable;
using AgaBot.Dialogs;
using AgaBot.Plans;
using AgaBot.Plans.Erasures;
using AgaBot.Plans.Linking;
using AgaBot.Turns.Linking;
using AgaBot.Turns.Persistence;
using AgaBot.Turns.Requests;
using AgaBot.Turns.Sending;
using AgaBot.Turns.State;

namespace AgaBot.Turns.Erasures;

/// <summary>
/// Erases in idempotent steps. After a crash between any two, the next turn of the person finishes the erasure, whatever they say:
/// <list type="number">
/// <item>the person's row says that it is being erased, and each of their conversations gets a new ETag;</item>
/// <item>drafts are discarded and no longer counted; fichas and aportes lose their author, one by one with their counters;</item>
/// <item>responses to consultations lose their person, and their free words; roles are deleted; the row by which the person is counted
/// becomes nobody's, in one batch with the record of the erasure in the audit log;</item>
/// <item>the web page's logs of their conversations are deleted, and so are their files and the notes of their unsent replies;</item>
/// <item>the rows of ids that had become part of them keep only the note of that, and their conversations are deleted; the id by which
/// they speak keeps the last reply, so that a redelivery of the turn is recognised even after further turns;</item>
/// <item>their row is deleted, in one batch with the conversation, which keeps the last reply alone;</item>
/// <item>the empty rows of those ids are deleted: now, or when one of them sends something.</item>
/// </list>
/// </summary>
internal sealed class Erasure(
    IErasedPeople erased,
    ILinkedPeople people,
    ILinkOffers offers,
    IErasureLedger ledger,
    IActivityLog log,
    IKeptFiles files,
    IUnsentReplies unsent,
    TurnCache cache,
    TimeProvider time
) : IErasure
{
    public async ValueTask BeginAsync(ParticipantId participant, string turnId, CancellationToken cancellationToken)
    {
        await erased.BeginAsync(participant, new Erasing(turnId, time.GetUtcNow()), cancellationToken);
        cache.Forget(participant);
    }

    public async ValueTask<Loaded?> FinishAsync(
        Loaded loaded,
        Erasing erasing,
        TakenTurn last,
        ParticipantId speaker,
        CancellationToken cancellationToken
    )
    {
        ParticipantRecord person = loaded.Person ?? throw new ArgumentException("There is nobody to erase.", nameof(loaded));
        ImmutableArray<ParticipantId> linked = [.. person.Linked.Concat(person.Absorbing.Select(static next => next.From)).Distinct()];
        ImmutableArray<ProposalId> drafts = [.. person.Drafts.Select(static draft => draft.Id)];
        foreach (ParticipantId id in linked)
        {
            if (await people.FindAsync(id, cancellationToken) is { } part)
                drafts = drafts.AddRange(part.Drafts.Select(static draft => draft.Id));
        }

        await ledger.EraseAsync([loaded.Participant, .. linked], drafts, erasing.TurnId, erasing.At, cancellationToken);
        await offers.ForgetAsync([loaded.Participant, .. linked], cancellationToken);
        foreach (ParticipantId id in linked.Prepend(loaded.Participant))
        {
            foreach (string conversation in await erased.ConversationsAsync(id, cancellationToken))
                await log.ClearAsync(conversation, cancellationToken);
            await files.ForgetAsync(id, cancellationToken);
            await unsent.ForgetAsync(id, cancellationToken);
        }
        foreach (ParticipantId id in linked)
        {
            // The reply is sent from the person's conversation; this copy is for a redelivery of the turn.
            var farewell = new KeptConversation(loaded.ConversationId, Begun(loaded, erasing, last with { Sent = true }));
            await erased.EmptyAsync(id, loaded.Participant, erasing, id == speaker ? farewell : null, cancellationToken);
        }
        if (await erased.EndAsync(loaded, Begun(loaded, erasing, last), cancellationToken) is not { } ended)
            return null;
        foreach (ParticipantId id in linked)
            await PartAsync(id, cancellationToken);
        return ended;
    }

    public async ValueTask PartAsync(ParticipantId linked, CancellationToken cancellationToken)
    {
        await erased.DeleteAsync(linked, cancellationToken);
        cache.Unlink(linked);
    }

    public ValueTask<bool> WasAskedForInAsync(string turnId, CancellationToken cancellationToken) =>
        ledger.IsRecordedAsync(turnId, cancellationToken);

    public ValueTask DropAsync(ParticipantId participant, ImmutableArray<PlanChange> changes, CancellationToken cancellationToken) =>
        ledger.TakeBackAsync(participant, changes, time.GetUtcNow(), cancellationToken);

    /// <summary>
    /// The conversation of an unknown participant. The turn that asked for the erasure is remembered, so that a redelivery does not ask
    /// again.
    /// </summary>
    private static ConversationRecord Begun(Loaded loaded, Erasing erasing, TakenTurn last) =>
        new(
            ConversationState.New(loaded.Conversation?.State.Language ?? Languages.Spanish) with
            {
                Greeted = true,
            },
            [last],
            erasing.TurnId == last.TurnId ? [] : [RecentTurns.Mark(erasing.TurnId)]
        );
}

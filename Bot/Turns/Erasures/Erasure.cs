using System.Collections.Immutable;
using AgaBot.Dialogs;
using AgaBot.Plans;
using AgaBot.Plans.Erasures;
using AgaBot.Turns.Linking;
using AgaBot.Turns.Persistence;
using AgaBot.Turns.Requests;
using AgaBot.Turns.Sending;
using AgaBot.Turns.State;

namespace AgaBot.Turns.Erasures;

/// <summary>
/// Erases in steps, each idempotent, so that a crash between any two is gone on from by the next turn of the person, whatever they say:
/// <list type="number">
/// <item>the person's row says that it is being erased, and each of their conversations gets a new ETag;</item>
/// <item>drafts are thrown away and counted no more; fichas and aportes lose their author, one by one with their counters;</item>
/// <item>responses to consultations lose their person, and their free words; roles go; the row by which they are counted becomes
/// nobody's, in one batch with the record of the erasure in the audit log;</item>
/// <item>what the page showed of their conversations goes, the files that they sent, and the notes that replies to them wait;</item>
/// <item>the rows of ids that had become part of them keep nothing but that they had, and their other conversations go; the id that they
/// speak by keeps the last reply, so that the turn is recognised also after they went on as a stranger;</item>
/// <item>their row goes, in one batch with the conversation, of which the last reply alone is kept;</item>
/// <item>the empty rows of those ids go: now, or when one of them says something.</item>
/// </list>
/// </summary>
internal sealed class Erasure(
    IErasedPeople erased,
    ILinkedPeople people,
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
        foreach (ParticipantId id in linked.Prepend(loaded.Participant))
        {
            foreach (string conversation in await erased.ConversationsAsync(id, cancellationToken))
                await log.ClearAsync(conversation, cancellationToken);
            await files.ForgetAsync(id, cancellationToken);
            await unsent.ForgetAsync(id, cancellationToken);
        }
        foreach (ParticipantId id in linked)
        {
            // It is sent from the person's conversation: here it stands for when the turn is delivered again.
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

    /// <summary>The conversation as a stranger's. The turn that asked for the erasure is remembered, so that it is not asked again.</summary>
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

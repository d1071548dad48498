using System.Collections.Immutable;
using AgaBot.Plans;
using AgaBot.Plans.Retention;
using AgaBot.Turns.Persistence;
using AgaBot.Turns.Queues;
using AgaBot.Turns.Reminders;
using AgaBot.Turns.Sending;
using AgaBot.Turns.State;
using Microsoft.Extensions.Options;

namespace AgaBot.Turns.Retention;

/// <summary>
/// Deletes what is stored of a participant beyond the periods of <see cref="RetentionOptions"/>, and reminds of drafts before.
/// </summary>
internal sealed class ExpiredData(
    IOldRows old,
    IActivityLog log,
    IPlanLedger plan,
    IWorkQueue queue,
    ReminderPlaces places,
    ParticipantLocks locks,
    DeliveryMarks marks,
    TurnCache cache,
    IOptions<RetentionOptions> retention,
    TimeProvider time
)
{
    /// <summary>Number of conversations deleted since this instance started.</summary>
    public int Conversations { get; private set; }

    /// <summary>Number of drafts deleted since this instance started.</summary>
    public int Drafts { get; private set; }

    /// <summary>Number of reminders queued since this instance started.</summary>
    public int Reminders { get; private set; }

    private RetentionOptions Periods => retention.Value;

    /// <summary>Adds a participant's conversations and drafts to a count, without deleting any.</summary>
    public RoundCount Count(RoundCount before, KeptPerson kept, DateTimeOffset at)
    {
        DateTimeOffset saidBefore = SaidBefore(kept, at);
        bool canBeWarned = CanBeWarned(kept);
        ImmutableArray<Draft> drafts = DraftsOf(kept);
        int expired = IsBeingErased(kept)
            ? 0
            : kept.Conversations.Count(talk => talk.LastSaid <= saidBefore)
                + drafts.Count(draft => DraftRetention.IsOver(draft, canBeWarned, Periods, at));
        return before with { Kept = before.Kept + kept.Conversations.Length + drafts.Length, Expired = before.Expired + expired };
    }

    /// <param name="at">The time of the round, by which the periods are over or not.</param>
    public async ValueTask DeleteAsync(KeptPerson kept, DateTimeOffset at, CancellationToken cancellationToken)
    {
        if (IsBeingErased(kept))
            return;
        DateTimeOffset saidBefore = SaidBefore(kept, at);
        foreach (KeptConversation conversation in kept.Conversations)
        {
            if (conversation.LastSaid <= saidBefore)
                await DeleteConversationAsync(kept.Key, conversation.ConversationId, saidBefore, cancellationToken);
        }
        bool canBeWarned = CanBeWarned(kept);
        foreach (Draft draft in DraftsOf(kept))
        {
            if (DraftRetention.IsOver(draft, canBeWarned, Periods, at))
                await DeleteDraftAsync(kept.Person!.Participant.Id, draft, cancellationToken);
            else if (canBeWarned && DraftRetention.IsToBeRemindedOf(draft, Periods, at))
                await RemindAsync(draft, time.GetUtcNow(), cancellationToken);
        }
    }

    /// <summary>The participant's next turn finishes an erasure that has begun.</summary>
    private static bool IsBeingErased(KeptPerson kept) => kept.Person is { Erasing: not null };

    private static ImmutableArray<Draft> DraftsOf(KeptPerson kept) => kept.Person is { MovedTo: null } person ? person.Drafts : [];

    private DateTimeOffset SaidBefore(KeptPerson kept, DateTimeOffset at) =>
        at.AddDays(-(kept.Person is null ? Periods.FarewellDays : Periods.ConversationDays));

    private bool CanBeWarned(KeptPerson kept) =>
        kept.Person is { State.RefusesReminders: false } && places.Of(kept.Conversations) is not null;

    private async ValueTask DeleteConversationAsync(
        string key,
        string conversationId,
        DateTimeOffset before,
        CancellationToken cancellationToken
    )
    {
        // The log first: nothing else tells that the log exists once the row is gone.
        await log.ClearAsync(conversationId, cancellationToken);
        if (await old.ForgetConversationAsync(key, conversationId, before, cancellationToken))
            Conversations++;
    }

    /// <summary>
    /// Discards the draft in the plan first, as a turn does: after an interruption, the next round finds the draft again. An author who
    /// returns at the same moment keeps the draft, and it counts again once it is sent.
    /// </summary>
    private async ValueTask DeleteDraftAsync(ParticipantId participant, Draft draft, CancellationToken cancellationToken)
    {
        using ParticipantLocks.Held held = await locks.EnterAsync(participant, cancellationToken);
        await plan.ApplyAsync(new DraftDiscarded(draft.Id, participant), time.GetUtcNow(), cancellationToken);
        await marks.WriteBeforeLeavingAsync(participant, cancellationToken);
        if (await old.DropDraftAsync(participant, draft.Id, draft.ChangedAt, cancellationToken))
            Drafts++;
        cache.Forget(participant);
    }

    /// <summary>Queues the reminder each day until it was sent. The worker sends it once.</summary>
    private async ValueTask RemindAsync(Draft draft, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await queue.PutAsync(ReminderWorker.Of(draft.Id), LimaCalendar.UntilDaytime(now), cancellationToken);
        Reminders++;
    }
}

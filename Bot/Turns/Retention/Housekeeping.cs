using AgaBot.Plans;
using AgaBot.Plans.Linking;
using AgaBot.Plans.Retention;
using AgaBot.Turns.Background;
using AgaBot.Turns.Diagnostics;
using AgaBot.Turns.Persistence;
using AgaBot.Turns.Queues;
using AgaBot.Turns.Reminders;
using AgaBot.Turns.Sending;
using AgaBot.Turns.State;
using Microsoft.Extensions.Options;

namespace AgaBot.Turns.Retention;

/// <summary>
/// Keeps to the periods of <see cref="RetentionOptions"/>: once a day everybody is gone through, a portion at a time and by one instance at
/// a time. What is too old is thrown away; a draft that rests brings a reminder first (docs/decisions/0031).
/// </summary>
internal sealed class Housekeeping(
    IRounds rounds,
    IPeopleScan people,
    IOldRows old,
    IKeptFiles files,
    ILinkOffers offers,
    IActivityLog log,
    IPlanLedger plan,
    IWorkQueue queue,
    ReminderPlaces places,
    ParticipantLocks locks,
    DeliveryMarks marks,
    TurnCache cache,
    IOptions<RetentionOptions> retention,
    TimeProvider time,
    ILogger<Housekeeping> logger
) : BackgroundService
{
    private const string RoundName = "people";

    private static readonly TimeSpan Every = TimeSpan.FromDays(1);

    /// <summary>Between two portions, and before the first one after a start.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan Portion = TimeSpan.FromSeconds(20);

    /// <summary>An instance that dies with a portion keeps it from the others no longer.</summary>
    private static readonly TimeSpan Claim = TimeSpan.FromMinutes(30);

    private int forgotten;
    private int dropped;
    private int reminders;

    private RetentionOptions Periods => retention.Value;

    /// <summary>Does a portion, where it is time and nobody else is at it.</summary>
    public async ValueTask PassAsync(CancellationToken cancellationToken)
    {
        DateTimeOffset now = time.GetUtcNow();
        Round round = await rounds.FindAsync(RoundName, now, cancellationToken);
        if (round.Done == IPeopleScan.Slices)
            round = round with { Began = now, Done = 0, Until = round.Began + Every };
        if (round.Until > now || await rounds.ChangeAsync(round with { Until = now + Claim }, cancellationToken) is not { } mine)
            return;

        if (mine.Done == 0)
        {
            await files.SweepAsync(now.AddDays(-Periods.FileDays), cancellationToken);
            await offers.SweepAsync(now.AddDays(-Periods.LinkCodeDays), cancellationToken);
        }
        int slice = mine.Done;
        for (long begun = time.GetTimestamp(); slice < IPeopleScan.Slices && time.GetElapsedTime(begun) < Portion; slice++)
        {
            await foreach (KeptPerson person in people.ReadAsync(slice, cancellationToken))
                await TryAsync(person, now, cancellationToken);
        }
        await rounds.ChangeAsync(mine with { Done = slice, Until = now }, cancellationToken);
        if (slice == IPeopleScan.Slices)
            TurnLog.RoundEnded(logger, forgotten, dropped, reminders);
    }

    /// <summary>The next start goes on where the round stands.</summary>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => PeriodicLoop.RunAsync(Pause, time, SweepAsync, stoppingToken);

    private async ValueTask SweepAsync(CancellationToken cancellationToken)
    {
        try
        {
            await PassAsync(cancellationToken);
        }
        // Also where a newer version beside this one has kept what this one does not know: whatever it is, it ends no bot.
        catch (Exception lost) when (lost is not OperationCanceledException)
        {
            TurnLog.SweepLost(logger, lost);
        }
    }

    /// <summary>One whose rows have a fault keeps nobody else's for ever.</summary>
    private async ValueTask TryAsync(KeptPerson kept, DateTimeOffset now, CancellationToken cancellationToken)
    {
        try
        {
            await TidyAsync(kept, now, cancellationToken);
        }
        catch (Exception fault) when (fault is not (StoreUnavailableException or OperationCanceledException))
        {
            TurnLog.HousekeepingBroke(logger, fault);
        }
    }

    private async ValueTask TidyAsync(KeptPerson kept, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // Their next turn brings an erasure to its end.
        if (kept.Person is { Erasing: not null })
            return;
        DateTimeOffset saidBefore = now.AddDays(-(kept.Person is null ? Periods.FarewellDays : Periods.ConversationDays));
        foreach (KeptConversation talk in kept.Conversations)
        {
            if (talk.LastSaid <= saidBefore)
                await ForgetAsync(kept.Key, talk.ConversationId, saidBefore, cancellationToken);
        }
        if (kept.Person is not { MovedTo: null } person)
            return;
        bool canBeWarned = !person.State.RefusesReminders && places.Of(kept.Conversations) is not null;
        foreach (Draft draft in person.Drafts)
        {
            if (DraftRetention.IsOver(draft, canBeWarned, Periods, now))
                await DropAsync(person.Participant.Id, draft, cancellationToken);
            else if (canBeWarned && DraftRetention.IsToBeRemindedOf(draft, Periods, now))
                await RemindAsync(draft, now, cancellationToken);
        }
    }

    private async ValueTask ForgetAsync(string key, string conversationId, DateTimeOffset before, CancellationToken cancellationToken)
    {
        // The log first: without the row nobody would know that it is there.
        await log.ClearAsync(conversationId, cancellationToken);
        if (await old.ForgetConversationAsync(key, conversationId, before, cancellationToken))
            forgotten++;
    }

    /// <summary>
    /// The plan first, as in a turn: broken off in between, the next round finds the draft again. Where the author comes back at this very
    /// moment, they keep it, counted as sent once it is.
    /// </summary>
    private async ValueTask DropAsync(ParticipantId participant, Draft draft, CancellationToken cancellationToken)
    {
        using ParticipantLocks.Held held = await locks.EnterAsync(participant, cancellationToken);
        await plan.ApplyAsync(new DraftDiscarded(draft.Id, participant), time.GetUtcNow(), cancellationToken);
        await marks.WriteBeforeLeavingAsync(participant, cancellationToken);
        if (await old.DropDraftAsync(participant, draft.Id, draft.ChangedAt, cancellationToken))
            dropped++;
        cache.Forget(participant);
    }

    /// <summary>Put again each day until it was said; said twice, it is said once.</summary>
    private async ValueTask RemindAsync(Draft draft, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await queue.PutAsync(ReminderWorker.Of(draft.Id), LimaCalendar.UntilDaytime(now), cancellationToken);
        reminders++;
    }
}

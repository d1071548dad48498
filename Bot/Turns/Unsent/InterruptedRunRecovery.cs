using System.Collections.Immutable;
using AgaBot.Turns.Diagnostics;
using AgaBot.Turns.Sending;
using AgaBot.Turns.State;
using Microsoft.Extensions.Options;

namespace AgaBot.Turns.Unsent;

/// <summary>
/// Searches all participants for replies that an interrupted run left unsent, a portion at a time, and notes them. The search runs only
/// after an interrupted run. Noting the same conversation twice changes nothing.
/// </summary>
internal sealed class InterruptedRunRecovery(
    IRunMarks marks,
    IPeopleScan people,
    IUnsentReplies notes,
    RunHeartbeat run,
    IOptions<OutboxOptions> options,
    TimeProvider time,
    ILogger<InterruptedRunRecovery> logger
)
{
    /// <summary>Time spent in one pass: a quarter of the default interval between two sweeps.</summary>
    private static readonly TimeSpan Portion = TimeSpan.FromSeconds(5);

    /// <returns>Number of conversations noted.</returns>
    public async ValueTask<int> SearchAsync(CancellationToken cancellationToken)
    {
        if (await ClaimAsync(cancellationToken) is not { } claimed)
            return 0;
        int found = 0;
        int slice = claimed.Searched;
        for (long begun = time.GetTimestamp(); slice < IPeopleScan.Slices && time.GetElapsedTime(begun) < Portion; slice++)
            found += await SearchAsync(slice, cancellationToken);

        if (slice == IPeopleScan.Slices)
            await marks.EndAsync(claimed, cancellationToken);
        else
            await marks.ChangeAsync(claimed with { Searched = slice, Until = time.GetUtcNow() }, cancellationToken);
        TurnLog.InterruptedRunSearched(logger, slice, IPeopleScan.Slices, found);
        return found;
    }

    /// <summary>
    /// Claims an expired mark, preferably one whose search has begun. A search from the first slice finds what all interrupted runs left,
    /// so
    /// the other expired marks are ended.
    /// </summary>
    private async ValueTask<RunMark?> ClaimAsync(CancellationToken cancellationToken)
    {
        DateTimeOffset now = time.GetUtcNow();
        ImmutableArray<RunMark> dead =
        [
            .. (await marks.AllAsync(cancellationToken))
                .Where(mark => HasEnded(mark, now) && !run.IsMine(mark))
                .OrderByDescending(static mark => mark.Searched),
        ];
        if (
            dead.IsEmpty
            || await marks.ChangeAsync(dead[0] with { Until = now + options.Value.DeadAfter }, cancellationToken) is not { } claimed
        )
            return null;
        if (claimed.Searched == 0)
        {
            foreach (RunMark other in dead[1..])
                await marks.EndAsync(other, cancellationToken);
        }
        return claimed;
    }

    /// <summary>A mark that reaches further than a living run's was written while the clock was ahead.</summary>
    private bool HasEnded(RunMark mark, DateTimeOffset now) => mark.Until <= now || mark.Until > now + 2 * options.Value.DeadAfter;

    private async ValueTask<int> SearchAsync(int slice, CancellationToken cancellationToken)
    {
        int found = 0;
        await foreach (KeptPerson kept in people.ReadAsync(slice, cancellationToken))
        {
            // The conversations of a participant who became part of another are that other's.
            if (kept is not { Participant: { } who, Person: null or { MovedTo: null } })
                continue;
            foreach (KeptConversation talk in kept.Conversations)
            {
                if (DeliveryStatus.OldestUnsent(talk.Conversation) is not { } since)
                    continue;
                // A live instance may have sent young replies without having written the mark yet: check them after that time.
                await notes.NoteAsync(who, talk.ConversationId, since + options.Value.DeadAfter, cancellationToken);
                found++;
            }
        }
        return found;
    }
}

using System.Collections.Immutable;
using AgaBot.Turns.Diagnostics;
using AgaBot.Turns.Sending;
using AgaBot.Turns.State;
using Microsoft.Extensions.Options;

namespace AgaBot.Turns.Unsent;

/// <summary>
/// Looks for what a run left unsent that broke off: through everybody, but only then, and a portion at a time. What it finds it notes; to
/// find it twice changes nothing.
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
    /// <summary>A quarter of the time between two sweeps, by default.</summary>
    private static readonly TimeSpan Portion = TimeSpan.FromSeconds(5);

    /// <returns>How many conversations it noted.</returns>
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
        TurnLog.LeftBehind(logger, slice, IPeopleScan.Slices, found);
        return found;
    }

    /// <summary>Takes a mark that nobody keeps fresh: one that was searched in part, else any. One search from the beginning finds what all of them left.</summary>
    private async ValueTask<RunMark?> ClaimAsync(CancellationToken cancellationToken)
    {
        DateTimeOffset now = time.GetUtcNow();
        ImmutableArray<RunMark> dead =
        [
            .. (await marks.AllAsync(cancellationToken))
                .Where(mark => mark.Until <= now && !run.IsMine(mark))
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

    private async ValueTask<int> SearchAsync(int slice, CancellationToken cancellationToken)
    {
        int found = 0;
        await foreach (KeptPerson kept in people.ReadAsync(slice, cancellationToken))
        {
            // Who became part of another took their conversations along.
            if (kept is not { Participant: { } who, Person: null or { MovedTo: null } })
                continue;
            foreach (KeptConversation talk in kept.Conversations)
            {
                if (DeliveryStatus.OldestUnsent(talk.Conversation) is not { } since)
                    continue;
                // What is young may be a live instance's, which has sent it and not said so yet: it is looked at when that is over.
                await notes.NoteAsync(who, talk.ConversationId, since + options.Value.DeadAfter, cancellationToken);
                found++;
            }
        }
        return found;
    }
}

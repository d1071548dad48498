using System.Collections.Immutable;
using AgaBot.Plans;
using AgaBot.Turns.Background;
using AgaBot.Turns.Diagnostics;
using AgaBot.Turns.Persistence;
using AgaBot.Turns.Sending;
using AgaBot.Turns.State;
using Microsoft.Extensions.Options;

namespace AgaBot.Turns.Unsent;

/// <summary>
/// Sends replies that a crash or an unavailable connector left unsent, although the person writes nothing more (docs/decisions/0019). The
/// turns of a conversation are sent in order, with growing pauses between the tries. Giving up is logged and counted.
/// </summary>
internal sealed class UnsentSweep(
    IUnsentReplies notes,
    RunHeartbeat run,
    InterruptedRunRecovery left,
    IConversationStore store,
    IReplySenders senders,
    Outbox outbox,
    TurnCache cache,
    ParticipantLocks locks,
    TurnMetrics metrics,
    IOptions<OutboxOptions> options,
    TimeProvider time,
    ILogger<UnsentSweep> logger
) : BackgroundService
{
    private const int MostAtOnce = 8;

    /// <summary>Maximum number of conversations in one pass; the rest waits for the next.</summary>
    private const int MostAPass = 200;

    /// <summary>Time for which a note is hidden from other instances: longer than all tries of one turn at a connector.</summary>
    private static readonly TimeSpan Claim = TimeSpan.FromMinutes(10);

    public async ValueTask PassAsync(CancellationToken cancellationToken)
    {
        await run.RenewAsync(cancellationToken);
        await outbox.NoteRestAsync(cancellationToken);
        await left.SearchAsync(cancellationToken);
        ImmutableArray<UnsentNote> due = await notes.DueAsync(time.GetUtcNow(), MostAPass, cancellationToken);
        metrics.RepliesWait(due.Length);
        await Parallel.ForEachAsync(
            due,
            new ParallelOptions { MaxDegreeOfParallelism = MostAtOnce, CancellationToken = cancellationToken },
            SendAsync
        );
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        PeriodicLoop.RunAsync(options.Value.SweepEvery, time, SweepAsync, stoppingToken);

    private async ValueTask SweepAsync(CancellationToken cancellationToken)
    {
        try
        {
            await PassAsync(cancellationToken);
        }
        // Any exception, e.g. rows of a newer version: the next pass tries again, and the app goes on.
        catch (Exception lost) when (lost is not OperationCanceledException)
        {
            TurnLog.UnsentSweepLost(logger, lost);
        }
    }

    private async ValueTask SendAsync(UnsentNote due, CancellationToken cancellationToken)
    {
        if (await notes.ChangeAsync(due with { Due = time.GetUtcNow() + Claim }, cancellationToken) is not { } note)
            return;
        if (await TryOrSkipAsync(note, cancellationToken))
            await notes.DropAsync(note, cancellationToken);
        else
            await notes.ChangeAsync(
                note with
                {
                    Tries = note.Tries + 1,
                    Due = time.GetUtcNow() + PauseAfter(note.Tries),
                },
                cancellationToken
            );
    }

    /// <summary>Skips a conversation whose rows cannot be read, so that the others are sent.</summary>
    private async ValueTask<bool> TryOrSkipAsync(UnsentNote note, CancellationToken cancellationToken)
    {
        try
        {
            return await TryAsync(note, cancellationToken);
        }
        catch (Exception fault) when (fault is UnknownVersionException or InvalidDataException)
        {
            TurnLog.PersonUnreadable(logger, fault);
            return note.Tries >= options.Value.MostTries;
        }
    }

    /// <returns>Whether no reply waits in the conversation any more.</returns>
    private async ValueTask<bool> TryAsync(UnsentNote note, CancellationToken cancellationToken)
    {
        Task sending;
        using (await locks.EnterAsync(note.Participant, cancellationToken))
        {
            Loaded loaded = await LoadAsync(note, cancellationToken);
            if (loaded.Person is { MovedTo: { } to })
            {
                await notes.NoteAsync(to, note.ConversationId, time.GetUtcNow(), cancellationToken);
                return true;
            }
            // An erasure that has begun deletes the replies.
            if (
                loaded is not { Conversation: { } conversation, Person: null or { Erasing: null } }
                || DeliveryStatus.OldestUnsent(conversation) is not { } since
            )
                return true;
            if (note.Tries >= options.Value.MostTries || time.GetUtcNow() - since >= options.Value.GiveUpAfter)
                return await GiveUpAsync(loaded, conversation, note.Tries, cancellationToken);
            sending = Send(note.Participant, conversation);
        }
        await sending;
        bool sent = DeliveryStatus.OldestUnsent((await LoadAsync(note, cancellationToken)).Conversation) is null;
        metrics.Swept(sent ? "sent" : "waits");
        return sent;
    }

    private Task Send(ParticipantId participant, ConversationRecord conversation)
    {
        Task last = Task.CompletedTask;
        foreach (TakenTurn turn in conversation.Taken.Where(static turn => !turn.Sent))
            last = outbox.UnderWay(participant, turn.TurnId) ?? outbox.Send(participant, turn, senders.To(turn.Reference));
        return last;
    }

    private async ValueTask<bool> GiveUpAsync(
        Loaded loaded,
        ConversationRecord conversation,
        int tries,
        CancellationToken cancellationToken
    )
    {
        ImmutableArray<TakenTurn> unsent = [.. conversation.Taken.Where(static turn => !turn.Sent)];
        if (unsent.Any(turn => outbox.UnderWay(loaded.Participant, turn.TurnId) is not null))
            return false;
        if (
            await store.MarkAsync(loaded with { Conversation = DeliveryStatus.GiveUp(conversation, time.GetUtcNow()) }, cancellationToken)
            is not { } kept
        )
        {
            cache.Forget(loaded.Participant);
            return false;
        }
        if (cache.TryGet(loaded.Participant, loaded.ConversationId, out _))
            cache.Keep(kept);
        foreach (TakenTurn turn in unsent)
        {
            metrics.Swept("given-up");
            TurnLog.GivenUp(logger, turn.TurnId, tries);
        }
        return true;
    }

    /// <summary>The cache of this instance has the delivery status before the store has it.</summary>
    private async ValueTask<Loaded> LoadAsync(UnsentNote note, CancellationToken cancellationToken) =>
        cache.TryGet(note.Participant, note.ConversationId, out Loaded? known)
            ? known
            : await store.LoadAsync(note.Participant, note.ConversationId, cancellationToken);

    private TimeSpan PauseAfter(int tries) =>
        TimeSpan.FromTicks(
            (long)Math.Min(options.Value.LongestPause.Ticks, options.Value.FirstPause.Ticks * Math.Pow(2, Math.Min(tries, 40)))
        );
}

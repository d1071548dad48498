using System.Collections.Concurrent;
using System.Collections.Immutable;
using AgaBot.Plans;
using AgaBot.Turns.Unsent;
using Microsoft.Extensions.Options;

namespace AgaBot.Turns;

/// <summary>
/// Sends the replies of committed turns, a person's turns one after the other, and lets nobody wait who does not want to: a connector may
/// take longer than the caller of the turn has. What was not taken is with the conversation, and noted: it goes out with its next turn, or
/// by <see cref="UnsentSweep"/> where none follows.
/// </summary>
internal sealed class Outbox(
    IConversationStore store,
    IUnsentReplies notes,
    RunWatch run,
    TurnCache cache,
    ParticipantLocks locks,
    SentMarks marks,
    TurnMetrics metrics,
    IOptions<OutboxOptions> options,
    TimeProvider time,
    ILogger<Outbox> logger
) : IHostedService, IDisposable
{
    /// <summary>What is on its way when the app is stopped has so long; a host gives up after half a minute.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<ParticipantId, Line> lines = new();
    private readonly ConcurrentDictionary<(ParticipantId Participant, string ConversationId), DateTimeOffset> unnoted = new();
    private readonly CancellationTokenSource stopping = new();

    /// <summary>The task of sending a turn that is on its way, or null. For whoever holds the person's lock.</summary>
    public Task? UnderWay(ParticipantId participant, string turnId) =>
        lines.TryGetValue(participant, out Line? line) && line.Due.Any(parcel => parcel.Turn.TurnId == turnId) ? line.Last : null;

    /// <summary>Sends what was not sent yet of a turn, after what is on its way already. For whoever holds the person's lock.</summary>
    /// <returns>Ends when it was sent, or has to wait for the next turn; never in an exception.</returns>
    public Task Send(ParticipantId participant, TakenTurn turn, IReplySender sender)
    {
        if (sender.Answers)
            return AnswerAsync(participant, new Parcel(turn, sender));
        Line line = lines.GetOrAdd(participant, static _ => new Line());
        if (!line.Due.IsEmpty)
            line.Due = [.. line.Due.Select(due => due with { Turn = TakenTurns.MovedTo(due.Turn, turn.Reference) })];
        line.Due = line.Due.Add(new Parcel(turn, sender));
        line.Passes++;
        return line.Last = PassAsync(line.Last, participant, line);
    }

    /// <summary>Drops what waits for a person but what is on its way. For whoever holds their lock.</summary>
    public void Forget(ParticipantId participant)
    {
        if (lines.TryGetValue(participant, out Line? line))
            line.Due = [.. line.Due.Take(1)];
    }

    /// <summary>Notes which replies wait, where the store was gone when they had to.</summary>
    public async ValueTask NoteRestAsync(CancellationToken cancellationToken)
    {
        foreach (((ParticipantId Participant, string ConversationId) where, DateTimeOffset due) in unnoted)
        {
            await notes.NoteAsync(where.Participant, where.ConversationId, due, cancellationToken);
            unnoted.TryRemove(where, out _);
        }
    }

    Task IHostedService.StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => stopping.Dispose();

    /// <summary>Waits for what is on its way; what still waits for its connector then is left for the person's next turn.</summary>
    async Task IHostedService.StopAsync(CancellationToken cancellationToken)
    {
        Task all = Task.WhenAll(lines.Values.Select(line => line.Last));
        await all.WaitAsync(Grace, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!all.IsCompleted)
        {
            TurnLog.LeftUnsent(logger, lines.Count);
            await stopping.CancelAsync();
            await all.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        if (!all.IsCompleted || !unnoted.IsEmpty)
            run.LeaveOpen();
    }

    /// <summary>Every turn is worth one pass: where an earlier one could not be sent, it goes first, so that nothing overtakes.</summary>
    private async Task PassAsync(Task before, ParticipantId participant, Line line)
    {
        await before;
        while (line.Due is [Parcel parcel, ..])
        {
            Delivery delivery = await DeliverAsync(parcel);
            using ParticipantLocks.Held held = await locks.EnterAsync(participant, CancellationToken.None);
            await MarkAsync(participant, parcel.Turn, delivery);
            bool waits = delivery is Delivery.Waiting;
            if (waits)
                await NoteAsync(participant, parcel.Turn.Reference.ConversationId);
            line.Due = waits
                ? line.Due.SetItem(0, line.Due[0] with { Turn = TakenTurns.Note(line.Due[0].Turn, delivery) })
                : line.Due.RemoveAt(0);
            if (line.Due.IsEmpty || (waits && --line.Passes == 0))
                lines.TryRemove(new(participant, line));
            if (waits)
                return;
        }
    }

    private async Task AnswerAsync(ParticipantId participant, Parcel parcel)
    {
        Delivery delivery = await DeliverAsync(parcel);
        using ParticipantLocks.Held held = await locks.EnterAsync(participant, CancellationToken.None);
        await MarkAsync(participant, parcel.Turn, delivery);
        // It was heard: of what waits in line only the first may be on its way as well.
        if (lines.TryGetValue(participant, out Line? line))
            line.Due = [.. line.Due.Where((due, place) => place == 0 || due.Turn.TurnId != parcel.Turn.TurnId)];
    }

    private async ValueTask<Delivery> DeliverAsync(Parcel parcel)
    {
        TakenTurn turn = parcel.Turn;
        try
        {
            // The turn is safe by now: a caller that hangs up does not keep its answer from the person.
            Delivery delivery = await parcel.Sender.SendAsync(turn.Reference, turn.Replies[turn.Delivered.Length..], stopping.Token);
            switch (delivery)
            {
                case Delivery.Waiting waiting:
                    metrics.SendFailed();
                    TurnLog.SendFailed(logger, turn.TurnId, waiting.Failure);
                    break;
                case Delivery.Unreachable unreachable:
                    TurnLog.Unreachable(logger, turn.TurnId, unreachable.Reason);
                    break;
            }
            return delivery;
        }
        catch (Exception failure)
            when (failure is HttpRequestException or StoreUnavailableException or TimeoutException or OperationCanceledException)
        {
            metrics.SendFailed();
            TurnLog.SendFailed(logger, turn.TurnId, failure);
            return new Delivery.Waiting([], failure);
        }
        catch (Exception fault)
        {
            // Our mistake, and the same tomorrow: kept waiting, it would stop everything behind it.
            metrics.SendFailed();
            TurnLog.SendBroke(logger, turn.TurnId, fault);
            return new Delivery.Done([]);
        }
    }

    private async ValueTask NoteAsync(ParticipantId participant, string conversationId)
    {
        DateTimeOffset due = time.GetUtcNow() + options.Value.FirstPause;
        try
        {
            await notes.NoteAsync(participant, conversationId, due, CancellationToken.None);
        }
        catch (StoreUnavailableException gone)
        {
            unnoted[(participant, conversationId)] = due;
            TurnLog.NoteLost(logger, gone);
        }
    }

    /// <summary>Marks in the cache what became of a turn; where another conversation has its place there, in the store.</summary>
    private async ValueTask MarkAsync(ParticipantId participant, TakenTurn turn, Delivery delivery)
    {
        if (delivery is Delivery.Waiting { Sent.IsEmpty: true })
            return;
        if (cache.TryGet(participant, turn.Reference.ConversationId, out Loaded? cached))
        {
            cache.Keep(Marked(cached));
            marks.Note(participant);
            return;
        }
        try
        {
            Loaded kept = await store.LoadAsync(participant, turn.Reference.ConversationId, CancellationToken.None);
            if (kept.Conversation is not null)
                await store.MarkAsync(Marked(kept), CancellationToken.None);
        }
        catch (Exception lost)
        {
            // Whatever it was: what comes behind this turn has to go on.
            TurnLog.MarksLost(logger, 1, lost);
        }

        Loaded Marked(Loaded loaded) => loaded with { Conversation = TakenTurns.Note(loaded.Conversation!, turn.TurnId, delivery) };
    }

    /// <param name="Turn">With what was delivered of it.</param>
    private sealed record Parcel(TakenTurn Turn, IReplySender Sender);

    /// <summary>Changed by whoever holds the person's lock.</summary>
    private sealed class Line
    {
        /// <summary>Oldest first; the first one may be on its way.</summary>
        public ImmutableArray<Parcel> Due { get; set; } = [];

        /// <summary>Begun or still to come.</summary>
        public int Passes { get; set; }

        public Task Last { get; set; } = Task.CompletedTask;
    }
}

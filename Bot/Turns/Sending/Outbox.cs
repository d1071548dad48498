using System.Collections.Concurrent;
using System.Collections.Immutable;
using AgaBot.Plans;
using AgaBot.Turns.Diagnostics;
using AgaBot.Turns.Persistence;
using AgaBot.Turns.State;
using Microsoft.Extensions.Options;

namespace AgaBot.Turns.Sending;

/// <summary>
/// Sends the replies of committed turns, a participant's turns one after the other. A caller need not wait: a connector may take longer
/// than the request has time. Replies that the channel did not accept stay with the conversation and are noted. They are sent with the
/// participant's next turn, or by the sweep of unsent replies where no turn follows.
/// </summary>
internal sealed class Outbox(
    IConversationStore store,
    IUnsentReplies notes,
    RunHeartbeat run,
    TurnCache cache,
    ParticipantLocks locks,
    DeliveryMarks marks,
    TurnMetrics metrics,
    IOptions<OutboxOptions> options,
    TimeProvider time,
    ILogger<Outbox> logger
) : IHostedService, IDisposable
{
    /// <summary>Time for sending to finish when the app stops; a host gives up after 30 seconds.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<ParticipantId, Line> lines = new();
    private readonly ConcurrentDictionary<(ParticipantId Participant, string ConversationId), DateTimeOffset> unnoted = new();
    private readonly CancellationTokenSource stopping = new();

    /// <summary>The task that sends a turn, or null where the turn is not being sent. The caller holds the participant's lock.</summary>
    public Task? UnderWay(ParticipantId participant, string turnId) =>
        lines.TryGetValue(participant, out Line? line) && line.Due.Any(parcel => parcel.Turn.TurnId == turnId) ? line.Last : null;

    /// <summary>Sends the unsent replies of a turn, after the participant's turns that are being sent. The caller holds the lock.</summary>
    /// <returns>A task that completes when the replies were sent or must wait for the next turn. It never fails.</returns>
    public Task Send(ParticipantId participant, TakenTurn turn, IReplySender sender)
    {
        if (sender.Answers)
            return AnswerAsync(participant, new Parcel(turn, sender));
        Line line = lines.GetOrAdd(participant, static _ => new Line());
        if (!line.Due.IsEmpty)
            line.Due = [.. line.Due.Select(due => due with { Turn = DeliveryStatus.Readdress(due.Turn, turn.Reference) })];
        line.Due = line.Due.Add(new Parcel(turn, sender));
        line.Passes++;
        return line.Last = PassAsync(line.Last, participant, line);
    }

    /// <summary>Drops a participant's waiting turns, except the one that is being sent. The caller holds the participant's lock.</summary>
    public void Forget(ParticipantId participant)
    {
        if (lines.TryGetValue(participant, out Line? line))
            line.Due = [.. line.Due.Take(1)];
    }

    /// <summary>Writes the notes of waiting replies that could not be written because the store was unavailable.</summary>
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

    /// <summary>
    /// Waits for sending to finish. Replies whose connector does not answer in time wait for the participant's next turn.
    /// </summary>
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

    /// <summary>
    /// Sends the line's turns from its oldest, so that no turn overtakes an earlier one that could not be sent. Each turn adds one pass.
    /// </summary>
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
                ? line.Due.SetItem(0, line.Due[0] with { Turn = DeliveryStatus.Record(line.Due[0].Turn, delivery) })
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
        // The response held the turn's replies: the line need not send them, except the first turn, which may be under way.
        if (lines.TryGetValue(participant, out Line? line))
            line.Due = [.. line.Due.Where((due, place) => place == 0 || due.Turn.TurnId != parcel.Turn.TurnId)];
    }

    private async ValueTask<Delivery> DeliverAsync(Parcel parcel)
    {
        TakenTurn turn = parcel.Turn;
        try
        {
            // The turn is committed: the replies are sent even if the caller has hung up.
            Delivery delivery = await parcel.Sender.SendAsync(turn.Reference, turn.Replies[turn.Delivered.Length..], stopping.Token);
            Report(turn, delivery);
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
            // A fault of the program would occur again and again, and stop every turn behind this one.
            metrics.SendFailed();
            TurnLog.SendBroke(logger, turn.TurnId, fault);
            return new Delivery.Done([]);
        }
    }

    private void Report(TakenTurn turn, Delivery delivery)
    {
        if (delivery is Delivery.Waiting waiting)
        {
            metrics.SendFailed();
            TurnLog.SendFailed(logger, turn.TurnId, waiting.Failure);
        }
        else if (delivery is Delivery.Unreachable unreachable)
        {
            TurnLog.Unreachable(logger, turn.TurnId, unreachable.Reason);
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

    /// <summary>Records the outcome in the cache; where the cache has another conversation of the participant, in the store.</summary>
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
            // Any exception: the turns behind this one must be sent.
            TurnLog.MarksLost(logger, 1, lost);
        }

        Loaded Marked(Loaded loaded) => loaded with { Conversation = DeliveryStatus.Record(loaded.Conversation!, turn.TurnId, delivery) };
    }

    /// <param name="Turn">Its <see cref="TakenTurn.Delivered"/> replies are not sent again.</param>
    private sealed record Parcel(TakenTurn Turn, IReplySender Sender);

    /// <summary>A participant's turns that are to be sent. Only the holder of the participant's lock changes it.</summary>
    private sealed class Line
    {
        /// <summary>Oldest first. The first one may be under way.</summary>
        public ImmutableArray<Parcel> Due { get; set; } = [];

        /// <summary>Passes that are running or will run.</summary>
        public int Passes { get; set; }

        public Task Last { get; set; } = Task.CompletedTask;
    }
}

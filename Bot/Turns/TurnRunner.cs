using System.Collections.Immutable;
using AgaBot.Consultations;
using AgaBot.Dialogs;
using AgaBot.Dialogs.Views;
using AgaBot.Plans;
using AgaBot.Turns.Coordinators;

namespace AgaBot.Turns;

/// <summary>
/// Runs a turn: load, decide, commit, send (docs/decisions/0002). The commit is one conditional write, and it holds the replies,
/// so that from then on the turn survives whatever happens.
/// </summary>
internal sealed class TurnRunner(
    IDialog dialog,
    IConversationStore store,
    IPlanLedger plan,
    IConsultationLedger consultations,
    DirectoryRoles roles,
    TurnCache cache,
    ParticipantLocks locks,
    SentMarks marks,
    TurnMetrics metrics,
    TimeProvider time,
    ILogger<TurnRunner> logger) : ITurnRunner
{
    /// <summary>Each try lost means that somebody else's write went through, so a few suffice.</summary>
    private const int MaxTries = 8;

    public async ValueTask<TurnResult> RunAsync(TurnRequest request, IReplySender sender, CancellationToken cancellationToken)
    {
        long started = time.GetTimestamp();
        string turnId = TurnIds.Of(request);
        TurnResult result;
        using (await locks.EnterAsync(request.Participant, cancellationToken))
        {
            try
            {
                result = await TakeAsync(request, turnId, sender, cancellationToken);
            }
            catch (StoreUnavailableException gone)
            {
                // What is cached stays: if the write did go through after all, the next commit conflicts and loads it.
                TurnLog.StoreUnavailable(logger, turnId, gone);
                result = new TurnResult.Unavailable();
            }
        }
        TimeSpan took = time.GetElapsedTime(started);
        metrics.Took(result, took);
        TurnLog.Took(logger, turnId, result.Name, took.TotalMilliseconds);
        return result;
    }

    private async ValueTask<TurnResult> TakeAsync(TurnRequest request, string turnId, IReplySender sender, CancellationToken cancellationToken)
    {
        int attempt = 0;
        for (int tries = 0; tries < MaxTries; tries++)
        {
            Loaded loaded = await LoadAsync(request, cancellationToken);
            Conversation conversation = loaded.Conversation ?? new Conversation(Talk.New(Languages.From(request.Locale)), [], []);
            if (TakenTurns.Find(conversation, turnId) is { } before)
            {
                await SendAsync(before, sender);
                return new TurnResult.Redelivered();
            }
            if (TakenTurns.IsOlder(conversation, turnId))
                return new TurnResult.Redelivered();

            conversation = await SendWhatWaitsAsync(loaded, conversation, sender);
            Decision decision = await DecideAsync(request, turnId, loaded.Person, conversation, attempt, cancellationToken);
            if (!await TryApplyAsync(decision, cancellationToken))
            {
                attempt++;
                continue;
            }

            var turn = new TakenTurn(turnId, request.Reference, Pending(turnId, decision.Replies), Sent: decision.Replies.IsEmpty);
            Loaded after = loaded with
            {
                Person = new Person(decision.Memory.Participant, decision.Memory.Drafts),
                Conversation = TakenTurns.Add(conversation with { Talk = decision.Memory.Talk }, turn),
            };
            if (await store.CommitAsync(loaded, after, cancellationToken) is { } committed)
            {
                cache.Keep(committed);
                await SendCommittedAsync(committed, turn, sender);
                return new TurnResult.Committed();
            }
            metrics.Conflict();
            cache.Forget(request.Participant);
        }
        throw new StoreUnavailableException($"The turn met another write {MaxTries} times.");
    }

    private async ValueTask<Loaded> LoadAsync(TurnRequest request, CancellationToken cancellationToken)
    {
        if (cache.TryGet(request.Participant, request.Reference.ConversationId, out Loaded? known))
            return known;
        await marks.WriteBeforeLeavingAsync(request.Participant, cancellationToken);
        return await store.LoadAsync(request.Participant, request.Reference.ConversationId, cancellationToken);
    }

    private ValueTask<Decision> DecideAsync(
        TurnRequest request, string turnId, Person? person, Conversation conversation, int attempt, CancellationToken cancellationToken)
    {
        var memory = new Memory(person?.Participant ?? Participant.Unknown(request.Participant), person?.Drafts ?? [], conversation.Talk);
        DateTimeOffset now = time.GetUtcNow();
        return dialog.DecideAsync(memory, new Heard(request.Said, turnId, LimaCalendar.DayOf(now), now, attempt) { Setting = request.Setting, Roles = roles.Of(request.Entra) }, cancellationToken);
    }

    /// <summary>
    /// Writes what belongs to other partitions first, each idempotent under its own id: if the commit then fails, the turn is decided
    /// again and applies the same. False means that a receipt number was another's.
    /// </summary>
    private async ValueTask<bool> TryApplyAsync(Decision decision, CancellationToken cancellationToken)
    {
        foreach (PlanChange change in decision.PlanChanges)
        {
            if (await plan.ApplyAsync(change, time.GetUtcNow(), cancellationToken) is ChangeOutcome.ReceiptTaken)
                return false;
        }
        foreach (ConsultationChange change in decision.ConsultationChanges)
            await consultations.ApplyAsync(change, cancellationToken);
        return true;
    }

    private static ImmutableArray<PendingReply> Pending(string turnId, ImmutableArray<Reply> replies)
    {
        ImmutableArray<PendingReply>.Builder pending = ImmutableArray.CreateBuilder<PendingReply>(replies.Length);
        for (int i = 0; i < replies.Length; i++)
        {
            Reply reply = replies[i];
            pending.Add(reply.Card is { } card
                ? new PendingReply($"{turnId}-{i}", reply.Text, card.Template, CardViewJson.Write(card), card.Speak)
                : new PendingReply($"{turnId}-{i}", reply.Text, null, default, ""));
        }
        return pending.MoveToImmutable();
    }

    /// <summary>
    /// Sends what an earlier turn left, before anything newer. Where a crash fell between the sending and its mark, a person may read
    /// a message twice: a connector's send has no key by which it could be recognised.
    /// </summary>
    private async ValueTask<Conversation> SendWhatWaitsAsync(Loaded loaded, Conversation conversation, IReplySender sender)
    {
        foreach (TakenTurn turn in conversation.Taken)
        {
            if (turn.Sent || await SendAsync(turn, sender) is Delivery.Waiting)
                continue;
            conversation = TakenTurns.MarkSent(conversation, turn.TurnId);
            cache.Keep(loaded with { Conversation = conversation });
        }
        return conversation;
    }

    private async ValueTask SendCommittedAsync(Loaded committed, TakenTurn turn, IReplySender sender)
    {
        if (turn.Sent || await SendAsync(turn, sender) is Delivery.Waiting)
            return;
        cache.Keep(committed with { Conversation = TakenTurns.MarkSent(committed.Conversation!, turn.TurnId) });
        marks.Note(committed.Participant);
    }

    private async ValueTask<Delivery> SendAsync(TakenTurn turn, IReplySender sender)
    {
        // The turn is safe by now: a caller that hangs up does not keep its answer from the person.
        Delivery delivery;
        try
        {
            delivery = await sender.SendAsync(turn.Reference, turn.Replies, CancellationToken.None);
        }
        catch (Exception failure) when (failure is HttpRequestException or StoreUnavailableException or TimeoutException or TaskCanceledException)
        {
            delivery = new Delivery.Waiting([], failure);
        }
        if (delivery is Delivery.Waiting waiting)
        {
            metrics.SendFailed();
            TurnLog.SendFailed(logger, turn.TurnId, waiting.Failure);
        }
        return delivery;
    }
}

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
    Outbox outbox,
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
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                TurnLog.Broke(logger, turnId, fault);
                result = await ApologizeAsync(request, turnId, sender);
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
                return new TurnResult.Redelivered(Repeat(conversation, before));
            if (TakenTurns.IsOlder(conversation, turnId))
                return new TurnResult.Redelivered(Task.CompletedTask);

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
                return new TurnResult.Committed(SendWhatWaits(committed.Conversation!));
            }
            metrics.Conflict();
            cache.Forget(request.Participant);
        }
        throw new StoreUnavailableException($"The turn met another write {MaxTries} times.");

        Task SendWhatWaits(Conversation conversation)
        {
            Task last = Task.CompletedTask;
            foreach (TakenTurn turn in conversation.Taken)
            {
                if (!turn.Sent)
                    last = outbox.UnderWay(request.Participant, turn.TurnId) ?? outbox.Send(request.Participant, ByNow(turn), sender);
            }
            return last;
        }

        Task Repeat(Conversation conversation, TakenTurn before)
        {
            Task waited = SendWhatWaits(conversation);
            return before.Sent ? outbox.Send(request.Participant, ByNow(before) with { Sent = false, Delivered = [] }, sender) : waited;
        }

        // A connector may have moved since: the one that the person wrote by now is the one that is there.
        TakenTurn ByNow(TakenTurn turn) => turn with
        {
            Reference = turn.Reference with { ServiceUrl = request.Reference.ServiceUrl, IsVouched = request.Reference.IsVouched },
        };
    }

    /// <summary>
    /// What a person hears of our mistake. What was kept stays as it was, and the turn counts as taken, so that a channel that delivers
    /// again does not walk into it for ever; where not even that can be kept, they hear it all the same.
    /// </summary>
    private async ValueTask<TurnResult> ApologizeAsync(TurnRequest request, string turnId, IReplySender sender)
    {
        TakenTurn turn = Apology(Languages.From(request.Locale));
        try
        {
            Loaded loaded = await LoadAsync(request, CancellationToken.None);
            Conversation conversation = loaded.Conversation ?? new Conversation(Talk.New(Languages.From(request.Locale)), [], []);
            turn = Apology(conversation.Talk.Language);
            if (await store.CommitAsync(loaded, loaded with { Conversation = TakenTurns.Add(conversation, turn) }, CancellationToken.None) is { } committed)
                cache.Keep(committed);
            else
                cache.Forget(request.Participant);
        }
        catch (StoreUnavailableException gone)
        {
            TurnLog.StoreUnavailable(logger, turnId, gone);
            return new TurnResult.Unavailable();
        }
        catch (Exception fault)
        {
            TurnLog.Broke(logger, turnId, fault);
        }
        return new TurnResult.Broke(outbox.Send(request.Participant, turn, sender));

        TakenTurn Apology(string language) => new(turnId, request.Reference, Pending(turnId, [Apologies.In(language)]), Sent: false);
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
}

using System.Collections.Immutable;
using AgaBot.Dialogs;
using AgaBot.Plans;
using AgaBot.Turns.Erasures;
using AgaBot.Turns.Linking;
using AgaBot.Turns.Unsent;

namespace AgaBot.Turns;

/// <summary>
/// Runs a turn: load, decide, commit, send (docs/decisions/0002). The commit is one conditional write, and it holds the replies,
/// so that from then on the turn survives whatever happens.
/// </summary>
internal sealed class TurnRunner(
    TurnLoader loader,
    TurnDecider decider,
    IConversationStore store,
    IParticipantLinks links,
    IErasure erasure,
    TurnCache cache,
    ParticipantLocks locks,
    Outbox outbox,
    RunWatch run,
    TurnMetrics metrics,
    TimeProvider time,
    ILogger<TurnRunner> logger
) : ITurnRunner
{
    /// <summary>Each try lost means that somebody else's write went through, so a few suffice.</summary>
    private const int MaxTries = 8;

    public async ValueTask<TurnResult> RunAsync(TurnRequest request, IReplySender sender, CancellationToken cancellationToken)
    {
        long started = time.GetTimestamp();
        string turnId = TurnIds.Of(request);
        TurnResult? result = null;
        while (result is null)
        {
            ParticipantId who = cache.Current(request.Participant);
            using ParticipantLocks.Held held = await locks.EnterAsync(who, cancellationToken);
            try
            {
                result = await TakeAsync(request, who, turnId, sender, cancellationToken);
            }
            catch (StoreUnavailableException gone)
            {
                // What is cached stays: if the write did go through after all, the next commit conflicts and loads it.
                TurnLog.StoreUnavailable(logger, turnId, gone);
                result = new TurnResult.Unavailable();
            }
            catch (UnknownVersionException newer)
            {
                // Not taken, and said under another id: the same activity is a turn yet where its rows are known.
                TurnLog.UnknownVersion(logger, turnId, newer);
                TakenTurn turn = Said(Apologies.WhileRenewed(Languages.From(request.Locale)), request, $"{turnId}-renewed");
                result = new TurnResult.Broke(outbox.Send(who, turn, sender));
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                TurnLog.Broke(logger, turnId, fault);
                result = await ApologizeAsync(request, who, turnId, sender);
            }
        }
        TimeSpan took = time.GetElapsedTime(started);
        metrics.Took(result, took);
        TurnLog.Took(logger, turnId, result.Name, took.TotalMilliseconds);
        return result;
    }

    /// <returns>Null where the person has become part of another participant: then it is that one's turn.</returns>
    private async ValueTask<TurnResult?> TakeAsync(
        TurnRequest request,
        ParticipantId who,
        string turnId,
        IReplySender sender,
        CancellationToken cancellationToken
    )
    {
        int attempt = 0;
        ImmutableArray<PlanChange> applied = [];
        for (int tries = 0; tries < MaxTries; tries++)
        {
            Loaded loaded = await loader.LoadAsync(request, who, cancellationToken);
            if (loaded.Person?.MovedTo is { } next)
            {
                cache.Move(who, next);
                return null;
            }
            if (who != request.Participant && !await loader.IsPartOfAsync(request, loaded, cancellationToken))
                return null;
            if (loaded.Person?.Erasing is { } erasing)
            {
                TakenTurn farewell = Said(Farewells.In(LanguageOf(loaded, request)), request, turnId);
                if (await erasure.FinishAsync(loaded, erasing, farewell, request.Participant, cancellationToken) is { } stranger)
                {
                    cache.Keep(stranger);
                    outbox.Forget(who);
                    return new TurnResult.Committed(SendWhatWaits(stranger.Conversation!));
                }
                cache.Forget(who);
                continue;
            }
            if (loaded is { Person: null, Conversation: null } && await erasure.WasAskedForInAsync(turnId, cancellationToken))
                return new TurnResult.Redelivered(
                    outbox.Send(who, Said(Farewells.In(LanguageOf(loaded, request)), request, turnId), sender)
                );
            if (loaded.Person is null)
            {
                await erasure.DropAsync(who, applied, cancellationToken);
                applied = [];
            }
            ConversationRecord conversation = loaded.Conversation ?? Begun(request, loaded.Person);
            if (TakenTurns.Find(conversation, turnId) is { } before)
                return new TurnResult.Redelivered(Repeat(conversation, before));
            if (TakenTurns.IsOlder(conversation, turnId))
                return new TurnResult.Redelivered(Task.CompletedTask);

            ParticipantRecord? person = loaded.Person is { Absorbing.IsEmpty: false } growing
                ? await links.AbsorbAsync(growing, cancellationToken)
                : loaded.Person;
            OpenCard? open = sender.Replaces(request.Reference) ? OpenCards.Of(conversation, request) : null;
            Decision decision = await decider.DecideAsync(
                request,
                turnId,
                who,
                person,
                conversation,
                open is not null,
                attempt,
                cancellationToken
            );
            if (decision.Link is { } link && !await links.ApplyAsync(link, turnId, cancellationToken))
                continue;
            if (decision.Erase)
            {
                await erasure.BeginAsync(who, turnId, cancellationToken);
                continue;
            }
            if (!await decider.TryApplyAsync(who, decision, cancellationToken))
            {
                attempt++;
                continue;
            }
            // Of a stranger, what is recorded is recorded again under the same ids.
            applied = loaded.Person is null ? [] : decision.PlanChanges;

            ImmutableArray<PendingReply> replies = PendingReplies.Of(
                turnId,
                decision,
                open,
                sender.ShowsCards(request.Reference),
                time.GetUtcNow()
            );
            var turn = new TakenTurn(turnId, request.Reference, replies, Sent: replies.IsEmpty);
            OpenCard? opens = sender.Replaces(request.Reference) ? OpenCards.After(open, decision, replies) : null;
            Loaded after = loaded with
            {
                Person = person is null ? new ParticipantRecord(decision.State.Person) : person with { State = decision.State.Person },
                Conversation = TakenTurns.Add(conversation with { State = decision.State.Conversation, OpenCard = opens }, turn),
            };
            await run.Begun;
            if (await store.CommitAsync(loaded, after, cancellationToken) is { } committed)
            {
                cache.Keep(committed);
                return new TurnResult.Committed(SendWhatWaits(committed.Conversation!));
            }
            metrics.Conflict();
            cache.Forget(who);
        }
        throw new StoreUnavailableException($"The turn met another write {MaxTries} times.");

        Task SendWhatWaits(ConversationRecord conversation)
        {
            Task last = Task.CompletedTask;
            foreach (TakenTurn turn in conversation.Taken)
            {
                if (!turn.Sent)
                    last = (sender.Answers ? null : outbox.UnderWay(who, turn.TurnId)) ?? outbox.Send(who, ByNow(turn), sender);
            }
            return last;
        }

        Task Repeat(ConversationRecord conversation, TakenTurn before)
        {
            Task waited = SendWhatWaits(conversation);
            return before.Sent ? outbox.Send(who, ByNow(before) with { Sent = false, Delivered = [] }, sender) : waited;
        }

        TakenTurn ByNow(TakenTurn turn) => TakenTurns.MovedTo(turn, request.Reference);
    }

    /// <summary>
    /// What a person hears of our mistake. What was kept stays as it was, and the turn counts as taken, so that a channel that delivers
    /// again does not walk into it for ever; where not even that can be kept, they hear it all the same.
    /// </summary>
    private async ValueTask<TurnResult> ApologizeAsync(TurnRequest request, ParticipantId who, string turnId, IReplySender sender)
    {
        TakenTurn turn = Said(Apologies.In(Languages.From(request.Locale)), request, turnId);
        try
        {
            Loaded loaded = await loader.LoadAsync(request, who, CancellationToken.None);
            ConversationRecord conversation = loaded.Conversation ?? Begun(request, loaded.Person);
            turn = Said(Apologies.In(conversation.State.Language), request, turnId);
            if (
                await store.CommitAsync(
                    loaded,
                    loaded with
                    {
                        Conversation = TakenTurns.Add(conversation, turn),
                    },
                    CancellationToken.None
                ) is
                { } committed
            )
                cache.Keep(committed);
            else
                cache.Forget(who);
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
        return new TurnResult.Broke(outbox.Send(who, turn, sender));
    }

    /// <summary>A turn in which nothing was decided, and one thing is said.</summary>
    private TakenTurn Said(Reply reply, TurnRequest request, string turnId) =>
        new(turnId, request.Reference, PendingReplies.Of(turnId, [reply], withCards: false, time.GetUtcNow()), Sent: false);

    private static string LanguageOf(Loaded loaded, TurnRequest request) =>
        (loaded.Conversation ?? Begun(request, loaded.Person)).State.Language;

    private static ConversationRecord Begun(TurnRequest request, ParticipantRecord? person) =>
        new(ConversationState.New(person?.State.Language ?? Languages.From(request.Locale)), [], []);
}

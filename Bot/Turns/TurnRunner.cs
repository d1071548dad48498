using System.Collections.Immutable;
using System.Text;
using AgaBot.Consultations;
using AgaBot.Dialogs;
using AgaBot.Plans;
using AgaBot.Turns.Coordinators;
using AgaBot.Turns.Erasures;
using AgaBot.Turns.Linking;
using AgaBot.Turns.Unsent;

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
    IParticipantLinks links,
    IErasure erasure,
    IKeptFiles files,
    DirectoryRoles roles,
    TurnCache cache,
    ParticipantLocks locks,
    Outbox outbox,
    SentMarks marks,
    RunWatch run,
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
        TurnRequest request, ParticipantId who, string turnId, IReplySender sender, CancellationToken cancellationToken)
    {
        int attempt = 0;
        ImmutableArray<PlanChange> applied = [];
        for (int tries = 0; tries < MaxTries; tries++)
        {
            Loaded loaded = await LoadAsync(request, who, cancellationToken);
            if (loaded.Person?.MovedTo is { } next)
            {
                cache.Move(who, next);
                return null;
            }
            if (who != request.Participant && !await IsPartOfAsync(request, loaded, cancellationToken))
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
                return new TurnResult.Redelivered(outbox.Send(who, Said(Farewells.In(LanguageOf(loaded, request)), request, turnId), sender));
            if (loaded.Person is null)
            {
                await erasure.DropAsync(who, applied, cancellationToken);
                applied = [];
            }
            Conversation conversation = loaded.Conversation ?? Begun(request, loaded.Person);
            if (TakenTurns.Find(conversation, turnId) is { } before)
                return new TurnResult.Redelivered(Repeat(conversation, before));
            if (TakenTurns.IsOlder(conversation, turnId))
                return new TurnResult.Redelivered(Task.CompletedTask);

            Person? person = loaded.Person is { Absorbing.IsEmpty: false } growing ? await links.AbsorbAsync(growing, cancellationToken) : loaded.Person;
            OpenCard? open = sender.Replaces(request.Reference) ? OpenCards.Of(conversation, request) : null;
            Decision decision = await DecideAsync(request, turnId, who, person, conversation, open is not null, attempt, cancellationToken);
            if (decision.Link is { } link && !await links.ApplyAsync(link, turnId, cancellationToken))
                continue;
            if (decision.Erase)
            {
                await erasure.BeginAsync(who, turnId, cancellationToken);
                continue;
            }
            if (!await TryApplyAsync(who, decision, cancellationToken))
            {
                attempt++;
                continue;
            }
            // Of a stranger, what is recorded is recorded again under the same ids.
            applied = loaded.Person is null ? [] : decision.PlanChanges;

            ImmutableArray<PendingReply> replies = PendingReplies.Of(turnId, decision, open, sender.ShowsCards(request.Reference), time.GetUtcNow());
            var turn = new TakenTurn(turnId, request.Reference, replies, Sent: replies.IsEmpty);
            OpenCard? opens = sender.Replaces(request.Reference) ? OpenCards.After(open, decision, replies) : null;
            Loaded after = loaded with
            {
                Person = (person ?? new Person(decision.Memory.Participant, [])) with
                {
                    Participant = decision.Memory.Participant,
                    Drafts = decision.Memory.Drafts,
                    Language = decision.Memory.Language,
                    Mesa = decision.Memory.Mesa,
                    RefusesReminders = decision.Memory.RefusesReminders,
                },
                Conversation = TakenTurns.Add(conversation with { Talk = decision.Memory.Talk, OpenCard = opens }, turn),
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

        Task SendWhatWaits(Conversation conversation)
        {
            Task last = Task.CompletedTask;
            foreach (TakenTurn turn in conversation.Taken)
            {
                if (!turn.Sent)
                    last = (sender.Answers ? null : outbox.UnderWay(who, turn.TurnId)) ?? outbox.Send(who, ByNow(turn), sender);
            }
            return last;
        }

        Task Repeat(Conversation conversation, TakenTurn before)
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
            Loaded loaded = await LoadAsync(request, who, CancellationToken.None);
            Conversation conversation = loaded.Conversation ?? Begun(request, loaded.Person);
            turn = Said(Apologies.In(conversation.Talk.Language), request, turnId);
            if (await store.CommitAsync(loaded, loaded with { Conversation = TakenTurns.Add(conversation, turn) }, CancellationToken.None) is { } committed)
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

    private static string LanguageOf(Loaded loaded, TurnRequest request) => (loaded.Conversation ?? Begun(request, loaded.Person)).Talk.Language;

    /// <summary>
    /// Whether the one that the person became part of still is them: after an erasure, each id is a stranger's of its own. Those that
    /// became one before the one who stays kept a list of them are known by their closed row; one that an erasure emptied, and broke off
    /// before it took it away, goes now.
    /// </summary>
    private async ValueTask<bool> IsPartOfAsync(TurnRequest request, Loaded loaded, CancellationToken cancellationToken)
    {
        if (loaded.Person is { } person && (person.Linked.Contains(request.Participant) || person.Absorbing.Any(next => next.From == request.Participant)))
            return true;
        Person? closed = (await store.LoadAsync(request.Participant, request.Reference.ConversationId, cancellationToken)).Person;
        if (closed is { MovedTo: not null, Erasing: null })
            return true;
        if (closed is { MovedTo: not null })
            await erasure.PartAsync(request.Participant, cancellationToken);
        cache.Unlink(request.Participant);
        return false;
    }

    private static Conversation Begun(TurnRequest request, Person? person) =>
        new(Talk.New(person?.Language ?? Languages.From(request.Locale)), [], []);

    private async ValueTask<Loaded> LoadAsync(TurnRequest request, ParticipantId who, CancellationToken cancellationToken)
    {
        string conversationId = request.Reference.ConversationId;
        if (cache.TryGet(who, conversationId, out Loaded? known))
            return known;
        await marks.WriteBeforeLeavingAsync(who, cancellationToken);
        Loaded loaded = await store.LoadAsync(who, conversationId, cancellationToken);
        // The conversation of a person who became part of another is theirs from where it stood.
        return who != request.Participant && loaded is { Conversation: null, Person.MovedTo: null }
            ? loaded with { Conversation = (await store.LoadAsync(request.Participant, conversationId, cancellationToken)).Conversation }
            : loaded;
    }

    private async ValueTask<Decision> DecideAsync(
        TurnRequest request, string turnId, ParticipantId who, Person? person, Conversation conversation, bool cardIsOpen, int attempt,
        CancellationToken cancellationToken)
    {
        var memory = new Memory(person?.Participant ?? Participant.Unknown(who), person?.Drafts ?? [], conversation.Talk)
        {
            Language = person?.Language,
            Mesa = person?.Mesa,
            RefusesReminders = person?.RefusesReminders ?? false,
        };
        DateTimeOffset now = time.GetUtcNow();
        ImmutableSortedSet<Role> given = await roles.OfAsync(request.Entra, cancellationToken);
        return await dialog.DecideAsync(memory, new Heard(request.Said, turnId, LimaCalendar.DayOf(now), now, attempt) { Setting = request.Setting, CardIsOpen = cardIsOpen, Roles = given }, cancellationToken);
    }

    /// <summary>
    /// Writes what belongs to other partitions first, each idempotent under its own id: if the commit then fails, the turn is decided
    /// again and applies the same. False means that it has to be decided again: a receipt number was another's, or a seat was taken.
    /// </summary>
    private async ValueTask<bool> TryApplyAsync(ParticipantId who, Decision decision, CancellationToken cancellationToken)
    {
        if (decision.Keep is { } keep)
            await files.KeepAsync(keep.Id, who, Encoding.UTF8.GetBytes(keep.Text), time.GetUtcNow(), cancellationToken);
        foreach (PlanChange change in decision.PlanChanges)
        {
            if (await plan.ApplyAsync(change, time.GetUtcNow(), cancellationToken) is not ChangeOutcome.Applied)
                return false;
        }
        foreach (ConsultationChange change in decision.ConsultationChanges)
            await consultations.ApplyAsync(change, cancellationToken);
        return true;
    }
}

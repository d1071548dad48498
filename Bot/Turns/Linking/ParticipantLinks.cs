using System.Collections.Immutable;
using System.Diagnostics;
using AgaBot.Plans;
using AgaBot.Plans.Linking;
using AgaBot.Turns.Queues;
using AgaBot.Turns.Sending;
using AgaBot.Turns.State;

namespace AgaBot.Turns.Linking;

/// <summary>
/// Links in idempotent steps. After a crash between any two, the next turn of either participant finishes the link:
/// <list type="number">
/// <item>the offer records that both sides said yes;</item>
/// <item>the participant who stays notes who is to become part of them;</item>
/// <item>the participant who goes is closed: their turns belong to the other from now on, and cached state meets a conflict;</item>
/// <item>what both have is remembered for a day, so that the link can be undone;</item>
/// <item>the records under the closed id move, row by row with their counters;</item>
/// <item>the participant who stays is committed with the profile and the drafts of both, and without the note, in the turn's batch.</item>
/// </list>
/// A link is undone in the opposite order, also in idempotent steps: the participant who stays notes who leaves; the records go back; the
/// closed row is opened with its drafts and conversations; the participant who stays is written without them.
/// </summary>
internal sealed class ParticipantLinks(
    ILinkOffers offers,
    ILinkedPeople people,
    ILinkLedger ledger,
    ILinkMemories memories,
    IPlanLedger plan,
    IWorkQueue queue,
    DeliveryMarks marks,
    TurnCache cache,
    TimeProvider time
) : IParticipantLinks
{
    public async ValueTask<bool> ApplyAsync(LinkChange change, CancellationToken cancellationToken)
    {
        switch (change)
        {
            case LinkChange.Offered offered:
                await offers.PutAsync(offered.Offer, cancellationToken);
                return true;
            case LinkChange.Taken(var hash, var taker, var answerBy):
                return await offers.TakeAsync(hash, taker, answerBy, cancellationToken) && await TellAsync(hash, cancellationToken);
            case LinkChange.Confirmed(var offer, var taker, var shared):
                return await offers.ConfirmAsync(offer.Hash, cancellationToken)
                    && await AreOneAsync(offer.Maker, taker.Id, [.. taker.Shared, .. shared], cancellationToken)
                    && await TellAsync(offer.Hash, cancellationToken);
            case LinkChange.Undone(var to, var from):
                await UndoAsync(to, from, cancellationToken);
                return false;
            case LinkChange.Declined(var offer, var by):
                if (!await offers.DeclineAsync(offer.Hash, cancellationToken))
                    return true;
                await ledger.RecordDeclinedAsync(offer.Maker, by, time.GetUtcNow(), cancellationToken);
                return await TellAsync(offer.Hash, cancellationToken);
            default:
                throw new UnreachableException();
        }
    }

    public async ValueTask<ParticipantRecord> AbsorbAsync(ParticipantRecord person, CancellationToken cancellationToken)
    {
        ParticipantId to = person.Participant.Id;
        var waiting = new Queue<Absorption>(person.Absorbing);
        while (waiting.TryDequeue(out Absorption? next))
        {
            ParticipantRecord gone = await people.CloseAsync(next.From, to, cancellationToken);
            cache.Move(next.From, to);
            foreach (Absorption inherited in gone.Absorbing)
                waiting.Enqueue(inherited);
            if (next.At is { } at)
                await ledger.RememberAsync(Separating.Remember(person, gone, next, at), cancellationToken);
            await ledger.MoveAsync(next.From, to, [.. gone.Drafts.Select(static draft => draft.Id)], time.GetUtcNow(), cancellationToken);
            person = Joining.Join(person, gone, next.ProfileWins, next.Shared);
            await RecordAsync(person.Participant, next.Shared, cancellationToken);
        }
        return person with { Absorbing = [] };
    }

    public async ValueTask PartAsync(ParticipantRecord joined, CancellationToken cancellationToken)
    {
        ParticipantId to = joined.Participant.Id;
        ParticipantId from = joined.Parting ?? throw new ArgumentException("Nobody leaves.", nameof(joined));
        LinkMemory memory =
            await memories.FindAsync(to, from, cancellationToken)
            ?? throw new InvalidOperationException("A link is being undone that is not remembered.");
        ParticipantRecord closed =
            await people.FindAsync(from, cancellationToken) ?? throw new InvalidOperationException("Nothing is kept of who leaves.");
        await marks.WriteBeforeLeavingAsync(to, cancellationToken);
        if (closed.MovedTo is not null)
        {
            await ledger.ReturnAsync(memory, time.GetUtcNow(), cancellationToken);
            await people.ReopenAsync(Separating.Leaving(closed, joined, memory), joined, cancellationToken);
        }
        await people.EndPartingAsync(Separating.Staying(joined, closed, memory), from, cancellationToken);
        await ledger.ForgetAsync(to, from, cancellationToken);
        cache.Forget(to);
        cache.Forget(from);
        cache.Unlink(from);
    }

    private async ValueTask UndoAsync(ParticipantId to, ParticipantId from, CancellationToken cancellationToken)
    {
        await marks.WriteBeforeLeavingAsync(to, cancellationToken);
        if (await people.FindAsync(from, cancellationToken) is { MovedTo: { } joinedTo } && joinedTo == to)
            await people.NotePartingAsync(to, from, cancellationToken);
        // What is remembered of an earlier link of the same two may outlive it. An undoing that is not finished still needs it.
        else if (await people.FindAsync(to, cancellationToken) is not { Parting: not null })
            await ledger.ForgetAsync(to, from, cancellationToken);
        cache.Forget(to);
    }

    /// <returns>Whether they were one participant before; where they were not, the link begins.</returns>
    private async ValueTask<bool> AreOneAsync(
        ParticipantId maker,
        ParticipantId taker,
        ImmutableArray<HeldRole> shared,
        CancellationToken cancellationToken
    )
    {
        while (true)
        {
            ParticipantId knownBefore = await CurrentAsync(maker, cancellationToken);
            (ParticipantId from, ParticipantId to) = Joining.Order(knownBefore, await CurrentAsync(taker, cancellationToken));
            if (from == to)
                return true;
            await marks.WriteBeforeLeavingAsync(from, cancellationToken);
            await marks.WriteBeforeLeavingAsync(to, cancellationToken);
            var absorption = new Absorption(from, ProfileWins: from == knownBefore) { Shared = shared, At = time.GetUtcNow() };
            if (!await people.NoteAsync(to, absorption, cancellationToken))
                continue;
            await people.CloseAsync(from, to, cancellationToken);
            cache.Forget(to);
            cache.Move(from, to);
            return false;
        }
    }

    private async ValueTask<ParticipantId> CurrentAsync(ParticipantId participant, CancellationToken cancellationToken)
    {
        while (await people.FindAsync(participant, cancellationToken) is { MovedTo: { } next })
            participant = next;
        return participant;
    }

    private async ValueTask<bool> TellAsync(string hash, CancellationToken cancellationToken)
    {
        await queue.PutAsync(LinkWork.Of(hash), TimeSpan.Zero, cancellationToken);
        return true;
    }

    private async ValueTask RecordAsync(Participant participant, ImmutableArray<HeldRole> shared, CancellationToken cancellationToken)
    {
        DateTimeOffset now = time.GetUtcNow();
        if (participant.Profile is { } profile)
            await plan.ApplyAsync(
                new ParticipantRegistered(participant.Id, profile.OrganisationTypeId, profile.Gender),
                now,
                cancellationToken
            );
        foreach (HeldRole role in shared)
            await plan.ApplyAsync(new RoleGranted(role.By, role.Role), now, cancellationToken);
    }
}

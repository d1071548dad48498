using System.Collections.Immutable;
using AgaBot.Plans;
using AgaBot.Turns.State;

namespace AgaBot.Turns.Erasures;

/// <summary>Erases a person's data (Ley 29733; docs/decisions/0021).</summary>
public interface IErasure
{
    /// <summary>Records that the person asked for the erasure. After a crash the person's next turn finishes the erasure.</summary>
    ValueTask BeginAsync(ParticipantId participant, string turnId, CancellationToken cancellationToken);

    /// <summary>Finishes an erasure. The conversation in which it is finished keeps nothing but <paramref name="last"/>.</summary>
    /// <param name="speaker">
    /// The id by which the person speaks: their own, or an id that had become part of them and is an unknown participant's from now on.
    /// </param>
    /// <returns>Null where another writer was first: load again.</returns>
    ValueTask<Loaded?> FinishAsync(
        Loaded loaded,
        Erasing erasing,
        TakenTurn last,
        ParticipantId speaker,
        CancellationToken cancellationToken
    );

    /// <summary>Separates an id from the erased person that it had become part of: it becomes an unknown participant's id.</summary>
    ValueTask PartAsync(ParticipantId linked, CancellationToken cancellationToken);

    /// <summary>Whether a person was erased in this turn: then the turn is a redelivery, and nothing is kept of its id.</summary>
    ValueTask<bool> WasAskedForInAsync(string turnId, CancellationToken cancellationToken);

    /// <summary>Takes back the changes of a turn that an erasure has overtaken.</summary>
    ValueTask DropAsync(ParticipantId participant, ImmutableArray<PlanChange> changes, CancellationToken cancellationToken);
}

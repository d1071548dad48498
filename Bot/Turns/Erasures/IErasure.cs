using System.Collections.Immutable;
using AgaBot.Plans;
using AgaBot.Turns.State;

namespace AgaBot.Turns.Erasures;

/// <summary>Erases a person from what is kept (Ley 29733; docs/decisions/0021).</summary>
public interface IErasure
{
    /// <summary>Notes that it was asked for: whatever happens next, the person's next turn brings it to its end.</summary>
    ValueTask BeginAsync(ParticipantId participant, string turnId, CancellationToken cancellationToken);

    /// <summary>Brings an erasure to its end. The conversation that it is brought to its end in keeps nothing but <paramref name="last"/>.</summary>
    /// <param name="speaker">By which id they speak: the person's, or one that had become part of them and is a stranger's from now on.</param>
    /// <returns>Null where somebody else wrote since: load again.</returns>
    ValueTask<Loaded?> FinishAsync(
        Loaded loaded,
        Erasing erasing,
        TakenTurn last,
        ParticipantId speaker,
        CancellationToken cancellationToken
    );

    /// <summary>Takes away that an id had become part of somebody who is erased: it is a stranger's of its own.</summary>
    ValueTask PartAsync(ParticipantId linked, CancellationToken cancellationToken);

    /// <summary>Whether somebody was erased because of this turn: then it is delivered again, to an id of which nothing is left.</summary>
    ValueTask<bool> WasAskedForInAsync(string turnId, CancellationToken cancellationToken);

    /// <summary>Takes back what a turn recorded that was overtaken by an erasure.</summary>
    ValueTask DropAsync(ParticipantId participant, ImmutableArray<PlanChange> changes, CancellationToken cancellationToken);
}

using System.Collections.Immutable;

namespace AgaBot.Plans.Mesas;

/// <summary>Reads mesas and the seats taken at them.</summary>
public interface IMesas
{
    ValueTask<Mesa?> FindAsync(MesaId id, CancellationToken cancellationToken);

    /// <summary>The mesa of a code, open or closed; null if no mesa issued the code.</summary>
    /// <param name="codeHash">A hash of <see cref="Linking.LinkCode.Hash"/>.</param>
    ValueTask<Mesa?> FindByCodeAsync(string codeHash, CancellationToken cancellationToken);

    /// <summary>All mesas, in the order of their numbers.</summary>
    ValueTask<ImmutableArray<Mesa>> AllAsync(CancellationToken cancellationToken);

    /// <summary>The number of the next mesa.</summary>
    ValueTask<int> NextNumberAsync(CancellationToken cancellationToken);

    /// <summary>The seat that a person took at a mesa; null if none.</summary>
    ValueTask<ParticipantGroup?> SeatAtAsync(MesaId mesa, ParticipantId participant, CancellationToken cancellationToken);

    /// <summary>The mesas at which a person took a seat.</summary>
    ValueTask<ImmutableArray<Mesa>> SeatsOfAsync(ParticipantId participant, CancellationToken cancellationToken);

    /// <summary>The proposals of a mesa, newest first.</summary>
    ValueTask<ImmutableArray<Proposal>> ProposalsOfAsync(MesaId mesa, int limit, CancellationToken cancellationToken);
}

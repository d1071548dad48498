using System.Collections.Immutable;

namespace AgaBot.Plans.Mesas;

/// <summary>Reads mesas and who took a seat at them.</summary>
public interface IMesas
{
    ValueTask<Mesa?> FindAsync(MesaId id, CancellationToken cancellationToken);

    /// <summary>The mesa of a code, open or not; null where no mesa gave it.</summary>
    /// <param name="codeHash">As <see cref="Linking.LinkCode.Hash"/> makes it.</param>
    ValueTask<Mesa?> FindByCodeAsync(string codeHash, CancellationToken cancellationToken);

    /// <summary>The number that the next mesa would have.</summary>
    ValueTask<int> NextNumberAsync(CancellationToken cancellationToken);

    /// <summary>The seat that a person took at a mesa; null where they took none there.</summary>
    ValueTask<ParticipantGroup?> SeatAtAsync(MesaId mesa, ParticipantId participant, CancellationToken cancellationToken);

    /// <summary>The mesas at which a person took a seat.</summary>
    ValueTask<ImmutableArray<Mesa>> SeatsOfAsync(ParticipantId participant, CancellationToken cancellationToken);

    /// <summary>What a mesa has sent, newest first.</summary>
    ValueTask<ImmutableArray<Proposal>> ProposalsOfAsync(MesaId mesa, int limit, CancellationToken cancellationToken);
}

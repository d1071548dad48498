using System.Collections.Immutable;
using AgaBot.Plans;
using AgaBot.Storage.Shapes;

namespace AgaBot.Storage.Records.Ownership;

/// <summary>
/// The rows of one feature that name a participant. Linking moves them to another id; erasing makes them nobody's. Each step is
/// idempotent, and each batch holds the row, the counters that it changes, and its row in the audit log.
/// </summary>
internal abstract class OwnedRows
{
    /// <summary>Features with a lower number come first.</summary>
    protected virtual int Order => 1;

    /// <param name="drafts">The drafts of the id that goes.</param>
    public abstract ValueTask MoveAsync(
        ParticipantId from,
        ParticipantId to,
        IReadOnlyCollection<ProposalId> drafts,
        DateTimeOffset at,
        CancellationToken cancellationToken
    );

    /// <summary>The rows that <see cref="MoveAsync"/> is going to move or drop.</summary>
    /// <param name="drafts">The drafts of the id that goes.</param>
    public abstract ValueTask<ImmutableArray<StoredLinkItem>> RememberAsync(
        ParticipantId from,
        ParticipantId to,
        IReadOnlyCollection<ProposalId> drafts,
        DateTimeOffset at,
        CancellationToken cancellationToken
    );

    /// <summary>Undoes the move of a remembered row. Rows of other features are left alone.</summary>
    public abstract ValueTask ReturnAsync(
        StoredLinkItem item,
        ParticipantId from,
        ParticipantId to,
        DateTimeOffset at,
        CancellationToken cancellationToken
    );

    /// <param name="drafts">The drafts of the person: they are discarded.</param>
    public abstract ValueTask EraseAsync(
        ParticipantId id,
        IReadOnlyCollection<ProposalId> drafts,
        DateTimeOffset at,
        CancellationToken cancellationToken
    );

    public static ImmutableArray<OwnedRows> OfAllFeatures(PlanStore plan) =>
        [.. FeatureParts.Create<OwnedRows>(plan).OrderBy(static rows => rows.Order)];
}

using System.Collections.Immutable;
using AgaBot.Plans;
using AgaBot.Storage.Auditing;
using AgaBot.Storage.Records.Changes;
using AgaBot.Storage.Records.Ownership;
using AgaBot.Storage.Shapes;

namespace AgaBot.Storage.Records.Supports;

/// <summary>The supports of a participant. A support changes in one batch with its count and its row in the audit log.</summary>
internal sealed class OwnedSupports(PlanStore plan) : OwnedRows
{
    private const string SupportItem = "support";

    private readonly IEntityStore store = plan.Store;
    private readonly string partition = plan.Partition;
    private readonly OptimisticRetry contention = new(plan.Time);
    private readonly PlanCounters counters = new(plan.Store, plan.Plan);
    private readonly SupportRows supports = new(plan);

    /// <summary>
    /// The id that stays has the supports of the id that goes: once where both supported a proposal, and not at all where the proposal is
    /// their own now.
    /// </summary>
    public override ValueTask MoveAsync(
        ParticipantId from,
        ParticipantId to,
        IReadOnlyCollection<ProposalId> drafts,
        DateTimeOffset at,
        CancellationToken cancellationToken
    ) => MoveAsync(from, to, at, cancellationToken);

    public override async ValueTask<ImmutableArray<StoredLinkItem>> RememberAsync(
        ParticipantId from,
        ParticipantId to,
        IReadOnlyCollection<ProposalId> drafts,
        DateTimeOffset at,
        CancellationToken cancellationToken
    )
    {
        var items = ImmutableArray.CreateBuilder<StoredLinkItem>();
        foreach (string receipt in await ReceiptsAsync(from, cancellationToken))
        {
            if (await supports.FindAsync(from, receipt, cancellationToken) is not { } support)
                continue;
            bool drops =
                await IsOwnAsync(to, receipt, cancellationToken) || await supports.FindAsync(to, receipt, cancellationToken) is not null;
            items.Add(Item(support.Value, drops, at));
        }
        foreach (string receipt in await ReceiptsAsync(to, cancellationToken))
        {
            if (
                await IsOwnAsync(from, receipt, cancellationToken)
                && await supports.FindAsync(to, receipt, cancellationToken) is { } support
            )
                items.Add(Item(support.Value, drops: true, at));
        }
        return items.ToImmutable();
    }

    /// <summary>
    /// A support that the link dropped is given again. It is not where both had supported a proposal and the person withdrew that since.
    /// </summary>
    public override async ValueTask ReturnAsync(
        StoredLinkItem item,
        ParticipantId from,
        ParticipantId to,
        DateTimeOffset at,
        CancellationToken cancellationToken
    )
    {
        if (item is not { Kind: SupportItem, Support: { } support })
            return;
        if (item.Dropped is true)
            await contention.RetryAsync(cancellation => RestoreAsync(support, to, at, cancellation), cancellationToken);
        else
            await contention.RetryAsync(cancellation => MoveAsync(to, from, item.Id, at, cancellation), cancellationToken);
    }

    /// <summary>The counts stay, as nobody's.</summary>
    public override ValueTask EraseAsync(
        ParticipantId id,
        IReadOnlyCollection<ProposalId> drafts,
        DateTimeOffset at,
        CancellationToken cancellationToken
    ) => EraseAsync(id, at, cancellationToken);

    public async ValueTask MoveAsync(ParticipantId from, ParticipantId to, DateTimeOffset at, CancellationToken cancellationToken)
    {
        foreach (string receipt in await ReceiptsAsync(from, cancellationToken))
            await contention.RetryAsync(cancellation => MoveAsync(from, to, receipt, at, cancellation), cancellationToken);
        foreach (string receipt in await ReceiptsAsync(to, cancellationToken))
            await contention.RetryAsync(cancellation => DropOwnAsync(to, receipt, at, cancellation), cancellationToken);
    }

    public async ValueTask EraseAsync(ParticipantId id, DateTimeOffset at, CancellationToken cancellationToken)
    {
        foreach (string receipt in await ReceiptsAsync(id, cancellationToken))
            await contention.RetryAsync(cancellation => EraseAsync(id, receipt, at, cancellation), cancellationToken);
    }

    private async ValueTask<bool> MoveAsync(
        ParticipantId from,
        ParticipantId to,
        string receipt,
        DateTimeOffset at,
        CancellationToken cancellationToken
    )
    {
        if (await supports.FindAsync(from, receipt, cancellationToken) is not { } before)
            return true;
        bool drop =
            await IsOwnAsync(to, receipt, cancellationToken) || await supports.FindAsync(to, receipt, cancellationToken) is not null;
        StoredSupport after = before.Value with { Participant = to.Value };
        return await WriteAsync(
            drop
                ? [new EntityWrite.Delete(before.Row, before.ETag), await supports.CountAsync(before.Value, -1, cancellationToken)]
                :
                [
                    new EntityWrite.Delete(before.Row, before.ETag),
                    SupportRows.Put(after),
                    .. await supports.CountMovedAsync(before.Value, after, cancellationToken),
                ],
            new Audit(drop ? "support-dropped" : "support-moved", before.Value.Proposal, to, 2),
            at,
            cancellationToken
        );
    }

    private static StoredLinkItem Item(StoredSupport support, bool drops, DateTimeOffset at) =>
        new(StoredRow.Version, at, SupportItem, support.Receipt, support.Participant, drops ? true : null, Support: support);

    private async ValueTask<bool> RestoreAsync(
        StoredSupport support,
        ParticipantId to,
        DateTimeOffset at,
        CancellationToken cancellationToken
    )
    {
        var owner = new ParticipantId(support.Participant);
        if (
            await supports.FindAsync(owner, support.Receipt, cancellationToken) is not null
            || await IsOwnAsync(owner, support.Receipt, cancellationToken)
        )
            return true;
        bool wasBoths = owner != to && !await IsOwnAsync(to, support.Receipt, cancellationToken);
        if (wasBoths && await supports.FindAsync(to, support.Receipt, cancellationToken) is null)
            return true;
        return await WriteAsync(
            [SupportRows.Put(support), await supports.CountAsync(support, 1, cancellationToken)],
            new Audit("support-restored", support.Proposal, owner, 2),
            at,
            cancellationToken
        );
    }

    private async ValueTask<bool> DropOwnAsync(ParticipantId id, string receipt, DateTimeOffset at, CancellationToken cancellationToken)
    {
        if (await supports.FindAsync(id, receipt, cancellationToken) is not { } before || !await IsOwnAsync(id, receipt, cancellationToken))
            return true;
        return await WriteAsync(
            [new EntityWrite.Delete(before.Row, before.ETag), await supports.CountAsync(before.Value, -1, cancellationToken)],
            new Audit("support-dropped", before.Value.Proposal, id, 2),
            at,
            cancellationToken
        );
    }

    private async ValueTask<bool> EraseAsync(ParticipantId id, string receipt, DateTimeOffset at, CancellationToken cancellationToken)
    {
        if (await supports.FindAsync(id, receipt, cancellationToken) is not { } before)
            return true;
        StoredSupport nobodys = before.Value with { Participant = ParticipantId.Nobody.Value };
        return await WriteAsync(
            [
                new EntityWrite.Delete(before.Row, before.ETag),
                StoreReads.Put(RowKeys.Anonymous(RowKeys.Supports), nobodys, StoredRow.Json.StoredSupport, before: null),
                .. await supports.CountMovedAsync(before.Value, nobodys, cancellationToken),
                .. await store.ForgetAliasAsync(partition, id, cancellationToken),
            ],
            new Audit("supporter-erased", before.Value.Proposal, ParticipantId.Nobody, 2),
            at,
            cancellationToken
        );
    }

    private ValueTask<bool> WriteAsync(
        ImmutableArray<EntityWrite> rows,
        Audit audit,
        DateTimeOffset at,
        CancellationToken cancellationToken
    ) => counters.WriteAsync(rows, audit, at, [], cancellationToken);

    private async ValueTask<bool> IsOwnAsync(ParticipantId id, string receipt, CancellationToken cancellationToken) =>
        (await store.FindAsync(partition, RowKeys.Proposal(receipt), StoredRow.Json.StoredProposal, cancellationToken))?.Value.Author
        == id.Value;

    /// <summary>All receipts are read before the first change: a next page would begin after a deleted row.</summary>
    private async ValueTask<ImmutableArray<string>> ReceiptsAsync(ParticipantId id, CancellationToken cancellationToken)
    {
        var receipts = ImmutableArray.CreateBuilder<string>();
        await foreach (
            Kept<StoredSupport> support in store.AllAsync(
                partition,
                RowKeys.SupportsOf(id),
                StoredRow.Json.StoredSupport,
                cancellationToken
            )
        )
            receipts.Add(support.Value.Receipt);
        return receipts.ToImmutable();
    }
}

using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using AgaBot.Plans;
using AgaBot.Plans.Public;
using AgaBot.Storage.Records.Hiding;
using AgaBot.Storage.Shapes;

namespace AgaBot.Storage.Records.Proposals;

/// <summary>
/// Reads the public proposals of a plan. Changes are found in the audit log: its sixteen heads are one small range, and every change of any
/// instance leaves a row there in its own batch.
/// </summary>
internal sealed class PublicProposals(IEntityStore store, Plan plan) : IPublicProposals
{
    /// <summary>The entries of the audit log after which a proposal is read again.</summary>
    private static readonly FrozenSet<string> Changes = (
        (string[])["proposal-submitted", "proposal-moved", "author-erased", HidingAudit.Hidden, HidingAudit.Shown]
    ).ToFrozenSet(StringComparer.Ordinal);

    private readonly string partition = RowKeys.PlanPartition(plan);

    public async ValueTask<Proposal?> FindAsync(ReceiptNumber receipt, CancellationToken cancellationToken) =>
        await store.FindAsync(partition, RowKeys.Proposal(receipt.Digits), StoredRow.Json.StoredProposal, cancellationToken)
            is { Value.HiddenBecause: null } kept
            ? kept.Value.ToProposal()
            : null;

    public async ValueTask<int> CountSupportsAsync(ReceiptNumber receipt, CancellationToken cancellationToken)
    {
        int count = 0;
        await foreach (
            Kept<StoredSupportCount> shard in store.AllAsync(
                partition,
                RowKeys.SupportCountsOf(receipt.Digits),
                StoredRow.Json.StoredSupportCount,
                cancellationToken
            )
        )
        {
            count += shard.Value.Count;
        }

        return count;
    }

    public async ValueTask<ImmutableArray<ReceiptNumber>> SupportedByAsync(ParticipantId participant, CancellationToken cancellationToken)
    {
        var receipts = ImmutableArray.CreateBuilder<ReceiptNumber>();
        await foreach (
            Kept<StoredSupport> support in store.AllAsync(
                partition,
                RowKeys.SupportsOf(participant),
                StoredRow.Json.StoredSupport,
                cancellationToken
            )
        )
        {
            if (ReceiptNumber.TryParse(support.Value.Receipt, out ReceiptNumber receipt))
                receipts.Add(receipt);
        }

        return receipts.ToImmutable();
    }

    public async ValueTask<string?> FindOrganisationAsync(ParticipantId author, CancellationToken cancellationToken)
    {
        if (author == ParticipantId.Nobody)
            return null;
        Kept<StoredPerson>? person = await store.FindAsync(
            RowKeys.PersonPartition(author),
            RowKeys.Person,
            StoredRow.Json.StoredPerson,
            cancellationToken
        );
        return person?.Value.Profile?.Organisation;
    }

    public async ValueTask<RecordsMark> MarkAsync(CancellationToken cancellationToken)
    {
        long[] ends = new long[RowKeys.Shards];
        await foreach (
            Kept<StoredAuditHead> head in store.AllAsync(partition, RowKeys.AuditHeads, StoredRow.Json.StoredAuditHead, cancellationToken)
        )
            ends[int.Parse(head.Row.AsSpan(RowKeys.AuditHeads.Length), NumberStyles.None, CultureInfo.InvariantCulture)] = head.Value.Last;
        return new RecordsMark(string.Join(' ', ends.Select(static end => end.ToString(CultureInfo.InvariantCulture))));
    }

    public async IAsyncEnumerable<Proposal> AllAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (
            Kept<StoredProposal> row in store.AllAsync(partition, RowKeys.Proposals, StoredRow.Json.StoredProposal, cancellationToken)
        )
        {
            if (row.Value.HiddenBecause is null)
                yield return row.Value.ToProposal();
        }
    }

    public async IAsyncEnumerable<Proposal> ChangedAsync(
        RecordsMark after,
        RecordsMark until,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        ImmutableArray<long> from = Ends(after);
        ImmutableArray<long> to = Ends(until);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (int shard = 0; shard < RowKeys.Shards; shard++)
        {
            await foreach (StoredAuditEntry change in EntriesAsync(shard, from[shard], to[shard], cancellationToken))
            {
                if (!Changes.Contains(change.What) || !seen.Add(change.Subject))
                    continue;
                if (await FindAsync(new ProposalId(change.Subject), cancellationToken) is { } proposal)
                    yield return proposal;
            }
        }
    }

    private async IAsyncEnumerable<StoredAuditEntry> EntriesAsync(
        int shard,
        long after,
        long until,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        if (after >= until)
            yield break;
        var range = new RowRange(RowKeys.AuditEntry(shard, after + 1), RowKeys.AuditEntry(shard, until + 1));
        string? last = null;
        EntityPage page;
        do
        {
            page = await store.QueryAsync(partition, range, EntityLimits.MaxPage, last, cancellationToken);
            foreach (Entity entry in page.Rows)
            {
                last = entry.Row;
                yield return StoredRow.Read(entry, StoredRow.Json.StoredAuditEntry);
            }
        } while (page.More);
    }

    private async ValueTask<Proposal?> FindAsync(ProposalId id, CancellationToken cancellationToken) =>
        await store.FindAsync(partition, RowKeys.Draft(id), StoredRow.Json.StoredDraftEntry, cancellationToken)
            is { Value.Receipt: { } receipt }
        && await store.FindAsync(partition, RowKeys.Proposal(receipt), StoredRow.Json.StoredProposal, cancellationToken) is { } kept
            ? kept.Value.ToProposal()
            : null;

    private static ImmutableArray<long> Ends(RecordsMark mark) =>
        [.. mark.Value.Split(' ').Select(static end => long.Parse(end, NumberStyles.None, CultureInfo.InvariantCulture))];
}

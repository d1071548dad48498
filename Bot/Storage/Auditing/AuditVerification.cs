using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Serialization.Metadata;
using AgaBot.Storage.Records;
using AgaBot.Storage.Shapes;
using AgaBot.Turns.Persistence;

namespace AgaBot.Storage.Auditing;

/// <summary>Follows every chain of the store from its first entry to its last.</summary>
internal sealed class AuditVerification(IEntityScan scan)
{
    /// <summary>Partitions in which changes leave entries: the plans', and those of responses.</summary>
    private static readonly ImmutableArray<string> Prefixes = ["plan:", "resp:"];

    /// <param name="seal">The seal to compare with; null where no seal was kept.</param>
    public async ValueTask<AuditReport> RunAsync(AuditSeal? seal, CancellationToken cancellationToken)
    {
        var sealedChains = (seal?.Chains ?? []).ToDictionary(static chain => chain.Name, StringComparer.Ordinal);
        var walks = new SortedDictionary<string, ChainWalk>(StringComparer.Ordinal);
        var heads = new Dictionary<string, StoredAuditHead>(StringComparer.Ordinal);
        long unchained = 0;
        foreach (string prefix in Prefixes)
        {
            await foreach (ScannedEntity row in scan.ScanAsync(prefix, cancellationToken))
            {
                if (RowKeys.IsErasure(row.Row))
                    continue;
                if (row.Row.StartsWith(RowKeys.AuditEntries, StringComparison.Ordinal))
                    Walk(ChainOf(row)).Take(NumberOf(row), Read(row, StoredRow.Json.StoredAuditEntry));
                else if (
                    row.Row.StartsWith(RowKeys.AuditHeads, StringComparison.Ordinal)
                    && Read(row, StoredRow.Json.StoredAuditHead) is { } head
                )
                    heads[Walk(ChainOf(row)).Name] = head;
                else if (row.Row.StartsWith(RowKeys.UnchainedAudit, StringComparison.Ordinal))
                    unchained++;
            }
        }

        foreach (string name in sealedChains.Keys)
            Walk(name);
        foreach (ChainWalk walk in walks.Values)
            walk.Finish(heads.GetValueOrDefault(walk.Name));
        return new AuditReport(
            new AuditSeal([.. walks.Values.Select(static walk => walk.End)]),
            [.. walks.Values.Select(static walk => walk.Broken).OfType<string>()],
            unchained
        );

        ChainWalk Walk(string name)
        {
            if (!walks.TryGetValue(name, out ChainWalk? walk))
                walks.Add(name, walk = new ChainWalk(name, sealedChains.GetValueOrDefault(name)));
            return walk;
        }
    }

    /// <summary>Keys are <c>e:SS:N</c> and <c>h:SS</c>.</summary>
    private static string ChainOf(in ScannedEntity row) => $"{row.Partition}/{row.Row.Split(':')[1]}";

    private static long? NumberOf(in ScannedEntity row) =>
        row.Row.Split(':') is [_, _, { Length: 12 } digits]
        && long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out long number)
            ? number
            : null;

    private static T? Read<T>(in ScannedEntity row, JsonTypeInfo<T> type)
        where T : class, IStoredRow
    {
        try
        {
            return StoredRow.Read(new Entity(row.Row, row.Value, ""), type);
        }
        catch (Exception unreadable) when (unreadable is InvalidDataException or UnknownVersionException)
        {
            // An unreadable entry is a finding: the walk reports it with its place.
            return null;
        }
    }
}

/// <param name="Ends">The last valid entry of each chain.</param>
/// <param name="Broken">The first invalid entry of each broken chain, and why.</param>
/// <param name="Unchained">Entries written by versions without chains: they cannot be verified.</param>
internal sealed record AuditReport(AuditSeal Ends, ImmutableArray<string> Broken, long Unchained)
{
    public long Entries => Ends.Chains.Sum(static chain => chain.Last);
}

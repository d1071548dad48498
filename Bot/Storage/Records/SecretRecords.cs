using System.Collections.Immutable;
using System.Text;
using AgaBot.Turns.Persistence;

namespace AgaBot.Storage.Records;

/// <summary>Partition <c>secrets</c>, one row a name.</summary>
internal sealed class SecretRecords(IEntityStore store) : IKeptSecrets
{
    private const string Partition = "secrets";

    public async ValueTask<string> GetOrCreateAsync(string name, Func<string> make, CancellationToken cancellationToken)
    {
        if (await store.GetAsync(Partition, name, cancellationToken) is { } kept)
            return Encoding.UTF8.GetString(kept.Value.Span);

        string made = make();
        ImmutableArray<EntityWrite> batch = [new EntityWrite.Insert(name, Encoding.UTF8.GetBytes(made))];
        return await store.WriteAsync(Partition, batch, cancellationToken) is WriteOutcome.Written
            ? made
            : await GetOrCreateAsync(name, make, cancellationToken);
    }
}

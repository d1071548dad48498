using System.Collections.Immutable;
using AgaBot.Storage;
using AgaBot.Turns.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace AgaBot.Tests.Storage.Records;

/// <summary>
/// A store whose writes happen while their answers get lost, that somebody else always writes to first, or whose process is killed.
/// </summary>
internal sealed class FaultyStore(IEntityStore store) : IEntityStore
{
    /// <summary>How many of the next writes succeed and are then answered with an exception.</summary>
    public int AnswersToLose { get; set; }

    /// <summary>How many of the next writes succeed before the first answer is lost.</summary>
    public int GoodWrites { get; set; }

    /// <summary>How many of the next writes meet a conflict.</summary>
    public int Conflicts { get; set; }

    /// <summary>
    /// Number of writes that are still done. Later writes fail, as after the end of the process. Null if there is no limit.
    /// </summary>
    public int? WritesLeft { get; set; }

    /// <summary>How many writes were done.</summary>
    public int Written { get; private set; }

    /// <summary>How many rows were read.</summary>
    public int Reads { get; private set; }

    /// <summary>Puts a faulty store between the app and its own store.</summary>
    public static void StandBefore(IServiceCollection services)
    {
        ServiceDescriptor real = services.Last(static service => service.ServiceType == typeof(IEntityStore));
        services.AddKeyedSingleton(typeof(FaultyStore), (provider, _) => (IEntityStore)real.ImplementationFactory!(provider));
        services.AddSingleton(static provider => new FaultyStore(provider.GetRequiredKeyedService<IEntityStore>(typeof(FaultyStore))));
        services.AddSingleton<IEntityStore>(static provider => provider.GetRequiredService<FaultyStore>());
        services.AddSingleton(static provider => (IEntityScan)provider.GetRequiredKeyedService<IEntityStore>(typeof(FaultyStore)));
    }

    public ValueTask<Entity?> GetAsync(string partition, string row, CancellationToken cancellationToken)
    {
        Reads++;
        return store.GetAsync(partition, row, cancellationToken);
    }

    public ValueTask<EntityPage> QueryAsync(
        string partition,
        RowRange range,
        int limit,
        string? after,
        CancellationToken cancellationToken
    ) => store.QueryAsync(partition, range, limit, after, cancellationToken);

    public async ValueTask<WriteOutcome> WriteAsync(
        string partition,
        ImmutableArray<EntityWrite> batch,
        CancellationToken cancellationToken
    )
    {
        if (WritesLeft == 0)
            throw new StoreUnavailableException("The process was killed.");
        if (Conflicts > 0)
        {
            Conflicts--;
            return new WriteOutcome.Conflict(0, batch[0].Row);
        }

        WriteOutcome outcome = await store.WriteAsync(partition, batch, cancellationToken);
        if (outcome is not WriteOutcome.Written)
            return outcome;
        Written++;
        WritesLeft--;
        if (AnswersToLose == 0 || GoodWrites-- > 0)
            return outcome;
        AnswersToLose--;
        throw new StoreUnavailableException("The answer was lost.");
    }

    public ValueTask CheckAsync(CancellationToken cancellationToken) => store.CheckAsync(cancellationToken);
}

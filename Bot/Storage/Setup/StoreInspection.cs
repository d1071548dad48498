using AgaBot.Storage.Sqlite;
using AgaBot.Turns.Persistence;

namespace AgaBot.Storage.Setup;

/// <summary>What the start and the operator's commands demand of the store's file. Of Table Storage nothing is demanded.</summary>
internal sealed class StoreInspection(IEntityStore store, DataFolder folder)
{
    /// <summary>For the start: deletes what killed processes left, and refuses a file that is not a store.</summary>
    /// <exception cref="NotAStoreException">The file is not a store.</exception>
    public void Begin()
    {
        UnfinishedFiles.DeleteLeftovers(folder.Path);
        try
        {
            (store as SqliteStore)?.RefuseForeign();
        }
        // An outage does not prevent the start: turns are refused until it is over.
        catch (Exception outage) when (IsOutage(outage) || outage is UnknownVersionException) { }
    }

    /// <summary>For a command: the store is there and its file is sound.</summary>
    /// <exception cref="NotAStoreException">There is no store at that place. Nothing was created.</exception>
    /// <exception cref="DamagedStoreException">The file is damaged.</exception>
    /// <exception cref="StoreUnavailableException">The file cannot be read now.</exception>
    public void RequireSound(CancellationToken cancellationToken)
    {
        UnfinishedFiles.DeleteLeftovers(folder.Path);
        if (store is not SqliteStore { Upkeep: var upkeep } sqlite)
            return;
        if (!File.Exists(upkeep.Path))
            throw new NotAStoreException(
                $"There is no store at {upkeep.Path}, and none was made: name the store with --Storage:Sqlite:Path=FILE."
            );
        try
        {
            sqlite.RefuseForeign();
            if (upkeep.FindDamage(cancellationToken) is { } damage)
                throw new DamagedStoreException(
                    $"{upkeep.Path} is damaged: {damage}. Stop the bot, keep this file, and restore the latest good backup."
                );
        }
        catch (Exception outage) when (IsOutage(outage))
        {
            throw SqliteFaults.Unavailable(outage);
        }
    }

    private static bool IsOutage(Exception fault) =>
        SqliteFaults.IsUnavailable(fault) && fault is not (NotAStoreException or DamagedStoreException);
}

using AgaBot.Turns.Persistence;

namespace AgaBot.Storage.Setup;

/// <summary>A store without a disk of its own, such as Table Storage.</summary>
internal sealed class UnlimitedRoom : IStorageRoom
{
    public StorageRoom Left => StorageRoom.Enough;
}

using System.Text.Json.Serialization;
using AgaBot.Turns.Queues;

namespace AgaBot.Storage.Shapes;

/// <summary>
/// A <see cref="WorkItem"/> as a message of a queue. A message is never written back, so unknown properties of a newer version are ignored.
/// </summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Skip)]
internal sealed record StoredWork(int V, string Kind, string Key)
{
    public static StoredWork Of(WorkItem item) => new(StoredRow.Version, item.Kind, item.Key);

    public WorkItem ToItem() => new(Kind, Key);
}

using AgaBot.Plans;
using AgaBot.Storage.Shapes;

namespace AgaBot.Storage.Records;

/// <summary>The row that a change leaves in the audit log of its partition.</summary>
/// <param name="What">Stored: never rename.</param>
/// <param name="Revision">The changed row's, so that two changes of it at one instant are two rows.</param>
internal sealed record Audit(string What, string Subject, ParticipantId Who, int Revision)
{
    public EntityWrite At(DateTimeOffset at) => new EntityWrite.Insert(
        RowKeys.Audit(at, What, Subject, Who, Revision),
        StoredRow.Write(new StoredAudit(StoredRow.Version, What, Subject, Who.Value, at), StoredRow.Json.StoredAudit));
}

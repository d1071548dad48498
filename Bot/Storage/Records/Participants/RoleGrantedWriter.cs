using AgaBot.Plans;
using AgaBot.Storage.Auditing;
using AgaBot.Storage.Records.Changes;
using AgaBot.Storage.Shapes;

namespace AgaBot.Storage.Records.Participants;

internal sealed class RoleGrantedWriter(PlanStore plan) : PlanChangeWriter<RoleGranted>(plan)
{
    protected override async ValueTask<PlanEdit> EditAsync(RoleGranted change, DateTimeOffset at, CancellationToken cancellationToken)
    {
        string row = RowKeys.RoleGrant(change.Participant, change.Role);
        if (await Store.FindAsync(Partition, row, StoredRow.Json.StoredRoleGrant, cancellationToken) is not null)
            return PlanEdit.Nothing;

        var grant = new StoredRoleGrant(StoredRow.Version, change.Participant.Value, change.Role, at);
        return new PlanEdit.Write(
            [StoreReads.Put(row, grant, StoredRow.Json.StoredRoleGrant, before: null)],
            PlanCounts.None,
            new Audit("role-granted", change.Role.ToString(), change.Participant, 1)
        );
    }
}

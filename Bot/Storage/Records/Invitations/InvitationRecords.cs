using AgaBot.Plans;
using AgaBot.Plans.Invitations;
using AgaBot.Storage.Shapes;

namespace AgaBot.Storage.Records.Invitations;

/// <summary>Reads invitations from the plan's partition. The code itself is not stored.</summary>
internal sealed class InvitationRecords(IEntityStore store, Plan plan) : IInvitations
{
    private readonly string partition = RowKeys.PlanPartition(plan);

    public async ValueTask<Invitation?> FindAsync(string hash, CancellationToken cancellationToken) =>
        (
            await store.FindAsync(partition, RowKeys.Invitation(hash), StoredRow.Json.StoredInvitation, cancellationToken)
        )?.Value.ToInvitation(hash);
}

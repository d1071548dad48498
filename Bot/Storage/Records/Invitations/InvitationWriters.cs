using AgaBot.Plans;
using AgaBot.Plans.Invitations;
using AgaBot.Storage.Auditing;
using AgaBot.Storage.Records.Changes;
using AgaBot.Storage.Shapes;

namespace AgaBot.Storage.Records.Invitations;

internal sealed class InvitationDrawnWriter(PlanStore plan) : PlanChangeWriter<InvitationDrawn>(plan)
{
    protected override async ValueTask<PlanEdit> EditAsync(InvitationDrawn change, DateTimeOffset at, CancellationToken cancellationToken)
    {
        string row = RowKeys.Invitation(change.Invitation.Hash);
        if (await Store.FindAsync(Partition, row, StoredRow.Json.StoredInvitation, cancellationToken) is not null)
            return PlanEdit.Nothing;
        return new PlanEdit.Write(
            [StoreReads.Put(row, StoredInvitation.Of(change.Invitation), StoredRow.Json.StoredInvitation, before: null)],
            PlanCounts.None,
            new Audit("coordinator-invited", change.Invitation.Hash, change.Maker, 1)
        );
    }
}

internal sealed class InvitationUsedWriter(PlanStore plan) : PlanChangeWriter<InvitationUsed>(plan)
{
    protected override async ValueTask<PlanEdit> EditAsync(InvitationUsed change, DateTimeOffset at, CancellationToken cancellationToken)
    {
        string row = RowKeys.Invitation(change.Hash);
        Kept<StoredInvitation>? before = await Store.FindAsync(Partition, row, StoredRow.Json.StoredInvitation, cancellationToken);
        if (before?.Value.UsedIn == change.TurnId)
            return PlanEdit.Nothing;
        if (before is null || !before.Value.ToInvitation(change.Hash).IsOpenTo(change.TurnId, at))
            return PlanEdit.Outdated;
        return new PlanEdit.Write(
            [StoreReads.Put(row, before.Value with { UsedIn = change.TurnId }, StoredRow.Json.StoredInvitation, before.ETag)],
            PlanCounts.None,
            new Audit("invitation-used", change.Hash, change.Guest, 2)
        );
    }
}

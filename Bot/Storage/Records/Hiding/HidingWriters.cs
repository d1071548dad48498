using AgaBot.Plans;
using AgaBot.Plans.Hiding;
using AgaBot.Storage.Auditing;
using AgaBot.Storage.Records.Changes;
using AgaBot.Storage.Shapes;

namespace AgaBot.Storage.Records.Hiding;

internal sealed class ProposalHiddenWriter(PlanStore plan) : HidingChangeWriter<ProposalHidden>(plan)
{
    protected override string? ReasonAfter(ProposalHidden change) => change.Reason;

    protected override string What => HidingAudit.Hidden;
}

internal sealed class ProposalShownWriter(PlanStore plan) : HidingChangeWriter<ProposalShown>(plan)
{
    protected override string? ReasonAfter(ProposalShown change) => null;

    protected override string What => HidingAudit.Shown;
}

internal abstract class HidingChangeWriter<TChange>(PlanStore plan) : PlanChangeWriter<TChange>(plan)
    where TChange : HidingChange
{
    protected abstract string What { get; }

    protected override ParticipantId CountedWith(TChange change) => RowKeys.CountedWith(change.Receipt);

    protected abstract string? ReasonAfter(TChange change);

    protected override async ValueTask<PlanEdit> EditAsync(TChange change, DateTimeOffset at, CancellationToken cancellationToken)
    {
        string row = RowKeys.Proposal(change.Receipt.Digits);
        if (await Store.FindAsync(Partition, row, StoredRow.Json.StoredProposal, cancellationToken) is not { } before)
            return PlanEdit.Outdated;
        string? reason = ReasonAfter(change);
        if ((before.Value.HiddenBecause is null) == (reason is null))
            return PlanEdit.Nothing;
        return new PlanEdit.Write(
            [StoreReads.Put(row, before.Value with { HiddenBecause = reason }, StoredRow.Json.StoredProposal, before.ETag)],
            PlanCounts.None with
            {
                Hidden = reason is null ? -1 : 1,
            },
            new Audit(What, before.Value.Id, change.By, 0)
        );
    }
}

/// <summary>Names in the audit log, by which a reader of all proposals notices the change. Stored: never rename.</summary>
internal static class HidingAudit
{
    public const string Hidden = "proposal-hidden";

    public const string Shown = "proposal-shown";
}

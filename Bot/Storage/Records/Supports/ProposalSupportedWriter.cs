using AgaBot.Plans;
using AgaBot.Plans.Supporting;
using AgaBot.Storage.Auditing;
using AgaBot.Storage.Records.Changes;
using AgaBot.Storage.Records.Linking;
using AgaBot.Storage.Shapes;

namespace AgaBot.Storage.Records.Supports;

internal sealed class ProposalSupportedWriter(PlanStore plan) : PlanChangeWriter<ProposalSupported>(plan)
{
    private readonly LinkLedger links = new(plan.Store, plan.Plan, plan.Time);
    private readonly OwnedSupports owned = new(plan);
    private readonly SupportRows supports = new(plan);

    protected override async ValueTask<PlanEdit> EditAsync(ProposalSupported change, DateTimeOffset at, CancellationToken cancellationToken)
    {
        string digits = change.Receipt.Digits;
        // Nobody supports their own proposal, nor a proposal of another plan with this number.
        if (
            await Store.FindAsync(Partition, RowKeys.Proposal(digits), StoredRow.Json.StoredProposal, cancellationToken) is not { } proposal
            || proposal.Value.Author == change.Supporter.Value
            || await supports.FindAsync(change.Supporter, digits, cancellationToken) is not null
        )
            return PlanEdit.Nothing;
        bool? apart = change.IsApart ? true : null;
        var support = new StoredSupport(StoredRow.Version, change.Supporter.Value, proposal.Value.Id, digits, at, apart);
        return new PlanEdit.Write(
            [SupportRows.Put(support), await supports.CountAsync(support, 1, cancellationToken)],
            PlanCounts.None,
            new Audit(change.IsApart ? "proposal-supported-apart" : "proposal-supported", support.Proposal, change.Supporter, 1)
        );
    }

    /// <summary>
    /// Looks for a link after the write, as a link looks for supports after it has closed the id: one of the two sees the other.
    /// </summary>
    protected override async ValueTask FinishAsync(ProposalSupported change, DateTimeOffset at, CancellationToken cancellationToken)
    {
        if (await links.FindMovedAsync(change.Supporter, cancellationToken) is { } to)
            await owned.MoveAsync(change.Supporter, to, at, cancellationToken);
    }

    protected override ValueTask TakeBackAsync(
        ProposalSupported change,
        ParticipantId erased,
        DateTimeOffset at,
        CancellationToken cancellationToken
    ) => owned.EraseAsync(erased, at, cancellationToken);
}

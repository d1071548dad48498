using AgaBot.Plans;
using AgaBot.Plans.Supporting;
using AgaBot.Storage.Auditing;
using AgaBot.Storage.Records.Changes;

namespace AgaBot.Storage.Records.Supports;

internal sealed class SupportWithdrawnWriter(PlanStore plan) : PlanChangeWriter<SupportWithdrawn>(plan)
{
    private readonly SupportRows supports = new(plan);

    protected override async ValueTask<PlanEdit> EditAsync(SupportWithdrawn change, DateTimeOffset at, CancellationToken cancellationToken)
    {
        if (await supports.FindAsync(change.Supporter, change.Receipt.Digits, cancellationToken) is not { } before)
            return PlanEdit.Nothing;
        return new PlanEdit.Write(
            [new EntityWrite.Delete(before.Row, before.ETag), await supports.CountAsync(before.Value, -1, cancellationToken)],
            PlanCounts.None,
            new Audit("support-withdrawn", before.Value.Proposal, change.Supporter, 2)
        );
    }
}

using AgaBot.Plans;
using AgaBot.Storage.Records.Changes;
using AgaBot.Storage.Shapes;

namespace AgaBot.Storage.Records.Proposals;

internal sealed class DraftDiscardedWriter(PlanStore plan) : DraftChangeWriter<DraftDiscarded>(plan)
{
    protected override ValueTask<PlanEdit> EditAsync(
        DraftDiscarded change,
        Kept<StoredDraftEntry>? draft,
        CancellationToken cancellationToken
    ) => ValueTask.FromResult(Edit(change, draft));

    private static PlanEdit Edit(DraftDiscarded change, Kept<StoredDraftEntry>? before)
    {
        if (before is not { Value.State: DraftState.Open })
            return PlanEdit.Nothing;

        StoredDraftEntry after = before.Value with { State = DraftState.Discarded, Revision = NextRevision(before) };
        return Become(change, after, before, "draft-discarded", []);
    }
}

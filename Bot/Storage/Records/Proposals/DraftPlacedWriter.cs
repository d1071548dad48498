using AgaBot.Plans;
using AgaBot.Storage.Records.Changes;
using AgaBot.Storage.Shapes;

namespace AgaBot.Storage.Records.Proposals;

internal sealed class DraftPlacedWriter(PlanStore plan) : DraftChangeWriter<DraftPlaced>(plan)
{
    protected override ValueTask<PlanEdit> EditAsync(
        DraftPlaced change,
        Kept<StoredDraftEntry>? draft,
        CancellationToken cancellationToken
    ) => ValueTask.FromResult(Edit(change, draft));

    protected override ValueTask TakeBackAsync(
        DraftPlaced change,
        ParticipantId erased,
        DateTimeOffset at,
        CancellationToken cancellationToken
    ) => Owned.DropAsync(erased, change.Draft, at, cancellationToken);

    private static PlanEdit Edit(DraftPlaced change, Kept<StoredDraftEntry>? before)
    {
        if (before?.Value is { } entry && (entry.State != DraftState.Open || entry.Component == change.ComponentId))
            return PlanEdit.Nothing;

        var after = new StoredDraftEntry(
            StoredRow.Version,
            DraftState.Open,
            change.Kind,
            change.Author.Value,
            NextRevision(before),
            change.ComponentId
        );
        return Become(change, after, before, "draft-placed", []);
    }
}

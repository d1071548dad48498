using AgaBot.Plans;
using AgaBot.Storage.Shapes;
using AgaBot.Turns.Reminders;

namespace AgaBot.Storage.Records.Retention;

/// <summary>Reads the row by which the plan counts a draft.</summary>
internal sealed class DraftAuthors(IEntityStore store, Plan plan) : IDraftAuthors
{
    public async ValueTask<ParticipantId?> FindAsync(ProposalId draft, CancellationToken cancellationToken) =>
        await store.FindAsync(RowKeys.PlanPartition(plan), RowKeys.Draft(draft), StoredRow.Json.StoredDraftEntry, cancellationToken)
            is { Value: { State: DraftState.Open, Author: { Length: > 0 } author } }
            ? new ParticipantId(author)
            : null;
}

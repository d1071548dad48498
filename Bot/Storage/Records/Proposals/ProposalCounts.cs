using AgaBot.Plans;
using AgaBot.Storage.Shapes;

namespace AgaBot.Storage.Records.Proposals;

/// <summary>What the rows of proposals add to the counts.</summary>
internal static class ProposalCounts
{
    public static PlanCounts Of(StoredDraftEntry entry) =>
        entry.State == DraftState.Submitted ? OfSubmitted(entry.Kind, entry.Component) : OfDraft(entry);

    /// <summary>A submitted or discarded draft adds nothing.</summary>
    public static PlanCounts OfDraft(StoredDraftEntry entry) =>
        entry.State == DraftState.Open ? PlanCounts.Of(entry.Component, ComponentCount.Draft) : PlanCounts.None;

    public static PlanCounts OfSubmitted(ProposalKind kind, string? component) => PlanCounts.Of(component, ComponentCount.Submitted(kind));
}

using System.Collections.Frozen;
using AgaBot.Plans;

namespace AgaBot.Storage.Records.Changes;

/// <summary>The writers of all kinds of change.</summary>
internal sealed class PlanChangeWriters(PlanStore plan)
{
    private readonly FrozenDictionary<Type, PlanChangeWriter> writers = FeatureParts
        .Create<PlanChangeWriter>(plan)
        .ToFrozenDictionary(static writer => writer.ChangeType);

    public PlanChangeWriter Of(PlanChange change) => writers[change.GetType()];
}

using AgaBot.Consultations;
using AgaBot.Plans;
using AgaBot.Storage.Records;
using AgaBot.Storage.Records.Changes;
using AgaBot.Storage.Records.Consultations;
using AgaBot.Tests.Plans;

namespace AgaBot.Tests.Storage.Records;

/// <summary>A feature that declares a change brings its writer; nothing lists them.</summary>
public sealed class WritersTests : RecordsTests
{
    [Fact]
    public void Every_change_of_the_plan_has_one_writer() =>
        Assert.Equal(
            Changes<PlanChange>(),
            FeatureParts.Create<PlanChangeWriter>(PlanStore).Select(static writer => writer.ChangeType.Name).Order(StringComparer.Ordinal)
        );

    [Fact]
    public void Every_change_of_a_consultation_has_one_writer() =>
        Assert.Equal(
            Changes<ConsultationChange>(),
            FeatureParts
                .Create<ConsultationChangeWriter>(PlanStore)
                .Select(static writer => writer.ChangeType.Name)
                .Order(StringComparer.Ordinal)
        );

    private PlanStore PlanStore => new(Store, SmallPlan.Plan, TimeProvider.System);

    private static IEnumerable<string> Changes<T>() =>
        typeof(T)
            .Assembly.GetTypes()
            .Where(static type => !type.IsAbstract && type.IsAssignableTo(typeof(T)))
            .Select(static type => type.Name)
            .Order(StringComparer.Ordinal);
}

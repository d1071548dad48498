using System.Collections.Immutable;

namespace AgaBot.Storage.Records;

/// <summary>Creates the parts that features bring to the records. A new part is found without being listed anywhere.</summary>
internal static class FeatureParts
{
    /// <summary>
    /// One object of each concrete type derived from <typeparamref name="T"/>. Each type has a constructor that takes a
    /// <see cref="PlanStore"/>.
    /// </summary>
    public static ImmutableArray<T> Create<T>(PlanStore plan)
        where T : class => [.. Found<T>.Types.Select(type => (T)Activator.CreateInstance(type, plan)!)];

    /// <summary>Searches the assembly once for each kind of part.</summary>
    private static class Found<T>
    {
        public static readonly ImmutableArray<Type> Types =
        [
            .. typeof(FeatureParts).Assembly.GetTypes().Where(static type => !type.IsAbstract && type.IsAssignableTo(typeof(T))),
        ];
    }
}

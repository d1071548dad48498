namespace AgaBot.Bench.Architecture;

/// <summary>One type that knows another, both by the outermost type that holds them.</summary>
internal sealed record TypeReference(TypeName From, TypeName To)
{
    public override string ToString() => $"{From} -> {To}";
}

internal readonly record struct TypeName(string Namespace, string Name)
{
    public override string ToString() => Namespace.Length == 0 ? Name : $"{Namespace}.{Name}";

    /// <summary>Whether the type is in <paramref name="space"/> or in a namespace within it.</summary>
    public bool IsIn(string space) => Namespace == space || Namespace.StartsWith(space + ".", StringComparison.Ordinal);
}

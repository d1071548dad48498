using System.Collections.Immutable;

namespace AgaBot.Plans.Files;

/// <summary>A value of a plan file that knows the line where it begins, so that a fault can name it.</summary>
internal abstract record PlanNode(int Line)
{
    internal sealed record Text(int Line, string Value) : PlanNode(Line);

    internal sealed record List(int Line, ImmutableArray<PlanNode> Items) : PlanNode(Line);

    internal sealed record Object(int Line, ImmutableArray<Property> Properties) : PlanNode(Line);

    /// <summary>A number, <c>true</c>, <c>false</c> or <c>null</c>: nothing in a plan is one.</summary>
    internal sealed record Other(int Line) : PlanNode(Line);

    /// <param name="Line">Where the name stands.</param>
    internal sealed record Property(int Line, string Name, PlanNode Value);
}

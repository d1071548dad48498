using System.Collections.Immutable;

namespace AgaBot.Plans.Files;

/// <summary>A value of a plan file with its line, so that an error can name the line.</summary>
internal abstract record PlanNode(int Line)
{
    internal sealed record Text(int Line, string Value) : PlanNode(Line);

    internal sealed record List(int Line, ImmutableArray<PlanNode> Items) : PlanNode(Line);

    internal sealed record Object(int Line, ImmutableArray<Property> Properties) : PlanNode(Line);

    /// <summary>A number, <c>true</c>, <c>false</c> or <c>null</c>, which a plan file does not use.</summary>
    internal sealed record Other(int Line) : PlanNode(Line);

    /// <param name="Line">The line of the name.</param>
    internal sealed record Property(int Line, string Name, PlanNode Value);
}

using System.Collections.Immutable;

namespace AgaBot.Forms;

/// <summary>A column of a <see cref="Question.Rows"/> table.</summary>
public sealed record Column(string Id, ColumnKind Kind, bool Required)
{
    /// <summary>Headings that people write above this column in their own tables, folded and without "de": "fecha inicio".</summary>
    public ImmutableArray<string> Headings { get; init; } = [Id];

    public bool Equals(Column? other) =>
        other is not null
        && (Id, Kind, Required) == (other.Id, other.Kind, other.Required)
        && Headings.AsSpan().SequenceEqual(other.Headings.AsSpan());

    public override int GetHashCode() => Id.GetHashCode(StringComparison.Ordinal);
}

public enum ColumnKind
{
    Text,
    PlanDate,
}

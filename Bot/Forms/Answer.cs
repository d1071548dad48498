using System.Collections.Immutable;
using AgaBot.Forms.Dates;

namespace AgaBot.Forms;

/// <summary>The answer of a person, of a closed set of kinds. The words as written are always kept.</summary>
public abstract record Answer
{
    private Answer() { }

    public sealed record Choice(string OptionId) : Answer;

    public sealed record Text(string Value) : Answer;

    /// <param name="Items">The entries as written, without bullets.</param>
    /// <param name="Words">The whole answer as written: the entries do not show how they were joined.</param>
    public sealed record List(ImmutableArray<string> Items, string Words) : Answer
    {
        public bool Equals(List? other) => other is not null && Words == other.Words && Items.AsSpan().SequenceEqual(other.Items.AsSpan());

        public override int GetHashCode() => Words.GetHashCode(StringComparison.Ordinal);
    }

    public sealed record Rows(ImmutableArray<Row> Items) : Answer
    {
        public bool Equals(Rows? other) => other is not null && Items.AsSpan().SequenceEqual(other.Items.AsSpan());

        public override int GetHashCode() => Items.Length;
    }

    public sealed record When(PlanDate Date) : Answer;

    public sealed record Day(DateOnly Date) : Answer;

    public sealed record Number(decimal Value) : Answer;

    public sealed record YesNo(bool Yes) : Answer;

    /// <param name="Groups">In the question's order, without empty groups.</param>
    public sealed record HeadCount(ImmutableArray<GroupSize> Groups) : Answer
    {
        public int People => Groups.Sum(static group => group.Women + group.Men);

        public bool Equals(HeadCount? other) => other is not null && Groups.AsSpan().SequenceEqual(other.Groups.AsSpan());

        public override int GetHashCode() => Groups.Length;
    }
}

/// <summary>The number of women and men under one option.</summary>
public readonly record struct GroupSize(string OptionId, int Women, int Men);

/// <summary>A row of a table answer: one cell per column, in column order. An empty cell has empty text.</summary>
public sealed record Row(ImmutableArray<Cell> Cells)
{
    /// <summary>
    /// Dates that the former row already contained keep their meaning on the day when they were written, unless they cross because of it.
    /// </summary>
    public Row MeaningAs(Row former)
    {
        var kept = new Row([
            .. Cells.Select(cell =>
                cell.Date is null
                    ? cell
                    : former.Cells.FirstOrDefault(before => before.Date is not null && before.Words == cell.Words) ?? cell
            ),
        ]);
        return kept.DatesCross && !DatesCross ? this : kept;
    }

    private bool DatesCross => Cells.Zip(Cells.Skip(1)).Any(static pair => pair.Second.Date?.Latest < pair.First.Date?.Earliest);

    public bool Equals(Row? other) => other is not null && Cells.AsSpan().SequenceEqual(other.Cells.AsSpan());

    public override int GetHashCode() => Cells.Length;
}

/// <summary>A cell as written. <paramref name="Date"/> is present if the column holds plan dates and the cell is not empty.</summary>
public sealed record Cell(string Words, PlanDate? Date = null);

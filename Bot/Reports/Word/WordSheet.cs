using System.Collections.Immutable;

namespace AgaBot.Reports.Word;

/// <summary>A ficha or an aporte in the layout of the paper form, filled in or blank.</summary>
/// <param name="Title">The title inside the form; empty for the form of an aporte.</param>
/// <param name="Above">A line above the form; may be empty.</param>
/// <param name="Header">The page header, which is not read on import.</param>
/// <param name="Footer">The page footer, which is not read on import.</param>
public sealed record WordSheet(string Title, string Above, string Header, string Footer, ImmutableArray<WordRow> Rows);

/// <summary>A row of the form.</summary>
/// <param name="Note">The note below the label; may be empty.</param>
public abstract record WordRow(string Label, string Note)
{
    private WordRow()
        : this("", "") { }

    internal abstract T Match<T>(Func<Words, T> words, Func<Table, T> table);

    /// <param name="Answer">May have several lines; empty on a blank form.</param>
    public sealed record Words(string Label, string Note, string Answer) : WordRow(Label, Note)
    {
        internal override T Match<T>(Func<Words, T> words, Func<Table, T> table) => words(this);
    }

    public sealed record Table(string Label, string Note, ImmutableArray<string> Headings, ImmutableArray<ImmutableArray<string>> Rows)
        : WordRow(Label, Note)
    {
        internal override T Match<T>(Func<Words, T> words, Func<Table, T> table) => table(this);
    }
}

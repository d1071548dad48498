using System.Collections.Immutable;

namespace AgaBot.Reports.Word;

/// <summary>A ficha or an aporte as the paper form shows it, filled in or blank.</summary>
/// <param name="Title">In the form's own head; empty where the form has none, as that of an aporte.</param>
/// <param name="Above">A line above the form; empty where none stands there.</param>
/// <param name="Header">At the top of the page, outside what is read back.</param>
/// <param name="Footer">At its foot, outside what is read back.</param>
public sealed record WordSheet(string Title, string Above, string Header, string Footer, ImmutableArray<WordRow> Rows);

/// <summary>A row of the form.</summary>
/// <param name="Note">What the form says below the label; may be empty.</param>
public abstract record WordRow(string Label, string Note)
{
    private WordRow()
        : this("", "") { }

    /// <param name="Answer">With its lines; empty on a blank form.</param>
    public sealed record Words(string Label, string Note, string Answer) : WordRow(Label, Note);

    /// <summary>A table within the form.</summary>
    public sealed record Table(string Label, string Note, ImmutableArray<string> Headings, ImmutableArray<ImmutableArray<string>> Rows)
        : WordRow(Label, Note);
}

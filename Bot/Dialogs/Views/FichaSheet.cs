using System.Collections.Immutable;

namespace AgaBot.Dialogs.Views;

/// <summary>A submitted ficha or aporte as it stands on paper: every question in the form's order, answered or not, its words as written.</summary>
/// <param name="Title">The form's name, e.g. "Ficha de propuesta de compromiso".</param>
/// <param name="Sent">The day, in Lima, in words.</param>
public sealed record FichaSheet(string Title, string Receipt, string Sent, ImmutableArray<SheetLine> Lines);

/// <param name="Number">From 1, as on the paper form.</param>
/// <param name="Table">Where the answer is a table; <paramref name="Answer"/> says the same in lines.</param>
public sealed record SheetLine(int Number, string Label, string Answer, SheetTable? Table);

public sealed record SheetTable(ImmutableArray<string> Headings, ImmutableArray<ImmutableArray<string>> Rows);

using System.Collections.Immutable;

namespace AgaBot.Dialogs.Views;

/// <summary>A sent ficha or aporte as on the paper form: every question in order, answered or not, with the answers as written.</summary>
/// <param name="Title">The form's name, e.g. "Ficha de propuesta de compromiso".</param>
/// <param name="Sent">The day in Lima, formatted.</param>
public sealed record FichaSheet(string Title, string Receipt, string Sent, ImmutableArray<SheetLine> Lines);

/// <param name="Number">From 1, as on the paper form.</param>
/// <param name="Table">The answer as a table, if it is one; <paramref name="Answer"/> says the same in lines.</param>
public sealed record SheetLine(int Number, string Label, string Answer, SheetTable? Table);

public sealed record SheetTable(ImmutableArray<string> Headings, ImmutableArray<ImmutableArray<string>> Rows);

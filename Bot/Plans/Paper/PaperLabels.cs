using System.Collections.Frozen;
using AgaBot.Forms;

namespace AgaBot.Plans.Paper;

/// <summary>What the paper form calls its fields, in the spellings that people typed it up with.</summary>
internal static class PaperLabels
{
    /// <summary>The form's own heading, which answers nothing.</summary>
    private const string Title = "ficha ";
    private const string TitleToo = "compromiso";

    /// <summary>Letters of the words that join others: people put them or leave them out.</summary>
    private const int LongestJoining = 3;

    /// <summary>Longer text is an answer, whatever it begins with.</summary>
    private const int MaxLength = 200;

    private static readonly (string Start, string QuestionId)[] Starts =
    [
        ("componente", FichaForm.Componente),
        ("propuesta compromiso", FichaForm.Propuesta),
        ("problema publico", FichaForm.Problema),
        ("problema identificado", FichaForm.Problema),
        ("fecha aproximada", FichaForm.Cumplimiento),
        ("fecha cumplimiento", FichaForm.Cumplimiento),
    ];

    /// <summary>Words that are a label alone, and begin many an answer.</summary>
    private static readonly FrozenDictionary<string, string> Whole = new Dictionary<string, string>
    {
        ["propuesta"] = FichaForm.Propuesta,
        ["compromiso"] = FichaForm.Propuesta,
        ["problema"] = FichaForm.Problema,
        ["objetivo"] = FichaForm.Objetivo,
        ["objetivos"] = FichaForm.Objetivo,
        ["responsable"] = FichaForm.Responsable,
        ["responsables"] = FichaForm.Responsable,
        ["corresponsable"] = FichaForm.Corresponsables,
        ["corresponsables"] = FichaForm.Corresponsables,
        ["coresponsable"] = FichaForm.Corresponsables,
        ["coresponsables"] = FichaForm.Corresponsables,
        ["co responsable"] = FichaForm.Corresponsables,
        ["co responsables"] = FichaForm.Corresponsables,
        ["acciones"] = FichaForm.Acciones,
        ["accion"] = FichaForm.Acciones,
        ["cumplimiento"] = FichaForm.Cumplimiento,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The question that a text names, without what stands in parentheses behind it; null where it names none.</summary>
    public static string? Find(string text)
    {
        int note = text.IndexOf('(', StringComparison.Ordinal);
        string words = Folding.ToWords(note > 0 ? text[..note] : text);
        if (words.Length == 0 || text.Length > MaxLength)
            return null;
        return Whole.TryGetValue(words, out string? whole) ? whole : Starts.FirstOrDefault(start => IsLabel(WithoutJoining(words), start.Start)).QuestionId;
    }

    public static bool IsTitle(string text) =>
        Folding.ToWords(text) is var words && words.StartsWith(Title, StringComparison.Ordinal) && words.Contains(TitleToo, StringComparison.Ordinal);

    /// <summary>"Acciones, inicio, fin": the head of the table of actions.</summary>
    public static bool IsHeadOfActions(PaperRow row) =>
        row.Cells.Length > 1 && Find(row.Cells[0].Text) == FichaForm.Acciones && Folding.ToWords(row.Cells[1].Text).StartsWith("inicio", StringComparison.Ordinal);

    private static string WithoutJoining(string words) => string.Join(' ', words.Split(' ').Where(static word => word.Length > LongestJoining));

    private static bool IsLabel(string words, string start) =>
        words == start || (words.StartsWith(start + " ", StringComparison.Ordinal) && start.Contains(' ', StringComparison.Ordinal));
}

using System.Collections.Frozen;
using AgaBot.Forms.Normalization;
using AgaBot.Plans.FormDefinitions;

namespace AgaBot.Plans.DocumentImport;

/// <summary>What the paper form calls its fields, in the spellings that people typed it up with.</summary>
internal static class FieldLabels
{
    /// <summary>The form's own heading, which answers nothing.</summary>
    private const string Title = "ficha ";
    private const string TitleToo = "compromiso";

    /// <summary>Letters of the words that join others: people put them or leave them out.</summary>
    private const int LongestJoining = 3;

    /// <summary>Longer text is an answer, whatever it begins with.</summary>
    public const int MaxLength = 200;

    /// <summary>A heading that says what follows is short; a sentence that mentions it is not.</summary>
    private const int LongestHeading = 80;

    private const int MostDigits = 2;

    /// <summary>What parts a label from its answer.</summary>
    private static readonly char[] Ends = [':', '\t', '='];

    private static readonly (string Start, string QuestionId)[] Starts =
    [
        ("propuesta compromiso", FichaForm.Propuesta),
        ("nombre compromiso", FichaForm.Propuesta),
        ("nombre propuesta", FichaForm.Propuesta),
        ("titulo compromiso", FichaForm.Propuesta),
        ("titulo propuesta", FichaForm.Propuesta),
        ("problema publico", FichaForm.Problema),
        ("problema identificado", FichaForm.Problema),
        ("descripcion problema", FichaForm.Problema),
        ("objetivo compromiso", FichaForm.Objetivo),
        ("objetivo propuesta", FichaForm.Objetivo),
        ("plazo cumplimiento", FichaForm.Cumplimiento),
        ("fecha aproximada", FichaForm.Cumplimiento),
        ("fecha aprox", FichaForm.Cumplimiento),
        ("fecha cumplimiento", FichaForm.Cumplimiento),
        ("approximate date", FichaForm.Cumplimiento),
        ("date fulfilment", FichaForm.Cumplimiento),
    ];

    /// <summary>Words with which such a label goes on; with any other it is an answer that stands behind its label.</summary>
    private static readonly FrozenSet<string> Tails = (
        (string[])
            [
                "identificado",
                "entidad",
                "institucional",
                "propuesto",
                "publico",
                "problema",
                "compromiso",
                "cumplimiento",
                "fulfilment",
                "commitment",
            ]
    ).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Words that are a label alone, and begin many an answer.</summary>
    private static readonly FrozenDictionary<string, string> Whole = new Dictionary<string, string>
    {
        ["componente"] = FichaForm.Componente,
        ["propuesta"] = FichaForm.Propuesta,
        ["compromiso"] = FichaForm.Propuesta,
        ["titulo"] = FichaForm.Propuesta,
        ["problema"] = FichaForm.Problema,
        ["problematica"] = FichaForm.Problema,
        ["objetivo"] = FichaForm.Objetivo,
        ["objetivos"] = FichaForm.Objetivo,
        ["objetivo general"] = FichaForm.Objetivo,
        ["responsable"] = FichaForm.Responsable,
        ["responsables"] = FichaForm.Responsable,
        ["entidad responsable"] = FichaForm.Responsable,
        ["entidades responsables"] = FichaForm.Responsable,
        ["responsable principal"] = FichaForm.Responsable,
        ["corresponsable"] = FichaForm.Corresponsables,
        ["corresponsables"] = FichaForm.Corresponsables,
        ["coresponsable"] = FichaForm.Corresponsables,
        ["coresponsables"] = FichaForm.Corresponsables,
        ["co responsable"] = FichaForm.Corresponsables,
        ["co responsables"] = FichaForm.Corresponsables,
        ["otros responsables"] = FichaForm.Corresponsables,
        ["otras entidades"] = FichaForm.Corresponsables,
        ["otras entidades involucradas"] = FichaForm.Corresponsables,
        ["acciones"] = FichaForm.Acciones,
        ["accion"] = FichaForm.Acciones,
        ["actividades"] = FichaForm.Acciones,
        ["acciones hitos"] = FichaForm.Acciones,
        ["hitos"] = FichaForm.Acciones,
        ["cumplimiento"] = FichaForm.Cumplimiento,
        ["plazo"] = FichaForm.Cumplimiento,
        ["component"] = FichaForm.Componente,
        ["proposal"] = FichaForm.Propuesta,
        ["proposed commitment"] = FichaForm.Propuesta,
        ["problem"] = FichaForm.Problema,
        ["public problem"] = FichaForm.Problema,
        ["objective"] = FichaForm.Objetivo,
        ["objectives"] = FichaForm.Objetivo,
        ["responsible"] = FichaForm.Responsable,
        ["co responsible"] = FichaForm.Corresponsables,
        ["actions"] = FichaForm.Acciones,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>How each question of the bot's ends, without the words that join: people copy it with its answer.</summary>
    private static readonly (string End, string QuestionId)[] Asked =
    [
        ("componente propuesta", FichaForm.Componente),
        ("propone", FichaForm.Propuesta),
        ("problema publico busca resolver", FichaForm.Problema),
        ("busca conseguir", FichaForm.Objetivo),
        ("responsable cumplirlo", FichaForm.Responsable),
        ("deberian participar", FichaForm.Corresponsables),
        ("acciones lograria", FichaForm.Acciones),
        ("cuando estaria cumplido", FichaForm.Cumplimiento),
        ("your proposal belong to", FichaForm.Componente),
        ("what propose", FichaForm.Propuesta),
        ("public problem should solve", FichaForm.Problema),
        ("what should achieved", FichaForm.Objetivo),
        ("would responsible it", FichaForm.Responsable),
        ("else should take part", FichaForm.Corresponsables),
        ("actions would achieved", FichaForm.Acciones),
        ("when would fulfilled", FichaForm.Cumplimiento),
    ];

    private static readonly FrozenSet<string> HeadOfActions = (
        (string[])["accion", "acciones", "inicio", "fin", "fecha inicio", "fecha fin", "action", "actions", "start", "end"]
    ).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Heads of a column that lists fichas by name.</summary>
    private static readonly FrozenSet<string> ListHeadings = (
        (string[])["compromisos", "propuestas", "propuestas compromiso", "propuestas compromisos", "fichas"]
    ).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>What the bot itself writes where there is no answer, and what people write there.</summary>
    private static readonly FrozenSet<string> NoAnswers = ((string[])["sin respuesta", "no answer"]).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The question that a text names, without what stands in parentheses behind it; null where it names none.</summary>
    /// <param name="own">The plan's questions; null for those of the paper form alone.</param>
    public static string? Find(string text, PlanQuestionLabels? own = null)
    {
        string label = WithoutNote(text).Trim();
        if (label.Length is 0 or > MaxLength || label.IndexOfAny(Ends, 0, label.Length - 1) >= 0)
            return null;
        string words = Folding.ToWords(label);
        if (Whole.GetValueOrDefault(words) is { } whole)
            return whole;
        if (own?.Find(words) is { } asked)
            return asked;
        string telling = Telling(label);
        return label[^1] == '?'
            ? Asked.FirstOrDefault(ending => telling.EndsWith(ending.End, StringComparison.Ordinal)).QuestionId
            : Starts.FirstOrDefault(start => IsLabel(telling, start.Start)).QuestionId;
    }

    /// <summary>A note ends the label; where words follow it, they are an answer, and the whole is no label.</summary>
    private static string WithoutNote(string text) =>
        text.IndexOf('(', StringComparison.Ordinal) is > 0 and var start
        && text.LastIndexOf(')') is var end
        && end > start
        && !text[end..].Any(char.IsLetterOrDigit)
            ? text[..start]
            : text;

    public static bool IsTitle(string text) =>
        Folding.ToWords(text) is var words
        && words.StartsWith(Title, StringComparison.Ordinal)
        && words.Contains(TitleToo, StringComparison.Ordinal);

    /// <summary>"Acciones, inicio, fin": the head of the table of actions.</summary>
    public static bool IsHeadOfActions(DocumentRow row) =>
        row.Cells.Length > 1
        && Find(row.Cells[0].Text) == FichaForm.Acciones
        && Folding.ToWords(row.Cells[1].Text).StartsWith("inicio", StringComparison.Ordinal);

    public static bool IsHeadOfActions(string cell) => HeadOfActions.Contains(Telling(cell));

    /// <summary>"Componente, compromisos": a table that names the fichas and holds none of them.</summary>
    public static bool IsHeadOfList(DocumentBlock.Table table) =>
        table.Rows.FirstOrDefault(static row => row.Cells.Any(static cell => !UserText.IsBlank(cell.Text))) is { Cells.Length: > 1 } head
        && head.Cells.Any(static cell => IsListHeading(cell.Text))
        && head.Cells.All(static cell => UserText.IsBlank(cell.Text) || IsListHeading(cell.Text) || Find(cell.Text) is not null);

    public static bool IsListHeading(string text) => ListHeadings.Contains(Telling(text));

    /// <summary>Without the "(breve descripción del problema)" that the form says below a label, and that a paste puts before the answer.</summary>
    public static string WithoutFormsNote(string text) =>
        text.StartsWith('(') && text.IndexOf(')', StringComparison.Ordinal) is > 0 and var end && IsFormsNote(text[..end])
            ? text[(end + 1)..].Trim()
            : text;

    private static bool IsFormsNote(string text) =>
        Folding.ToWords(text) is var words
        && (words.StartsWith("breve descripcion", StringComparison.Ordinal) || words.Contains("busca conseguir", StringComparison.Ordinal));

    public static bool IsNoAnswer(string text) => text.StartsWith('(') && NoAnswers.Contains(Folding.ToWords(text));

    /// <summary>Whether a heading says that aportes follow, or that fichas do; null where it is no such heading.</summary>
    public static bool? SaysAportes(string text)
    {
        if (text.Length > LongestHeading)
            return null;
        string[] words = Folding.ToWords(text).Split(' ');
        return words.Contains("aportes") || words.Contains("aporte") ? true
            : words.Contains("compromisos") || words.Contains("fichas") ? false
            : null;
    }

    /// <summary>"3. Participantes": a section of a document.</summary>
    public static bool IsHeading(string text) => text.Length <= LongestHeading && char.IsAsciiDigit(text[0]) && IsNumbered(text);

    /// <summary>"1. ", "2) " or a bullet, as a word processor's own numbers come out.</summary>
    public static bool IsNumbered(string text) => WithoutNumber(text).Length < text.Trim().Length;

    public static string WithoutNumber(string text)
    {
        string line = UserText.WithoutBullet(text);
        int digits = 0;
        while (digits < line.Length && digits <= MostDigits && char.IsAsciiDigit(line[digits]))
            digits++;
        if (digits is 0 or > MostDigits)
            return line;
        int end = digits;
        while (end < line.Length && line[end] is '.' or ')' or '-' or 'º' or '°' or '/')
            end++;
        // "2017" and "3 meses" are no number of a question; "1.5" is none either.
        bool isMarked = end > digits || (digits < line.Length && line[digits] == '\t');
        return isMarked && (end == line.Length || !char.IsAsciiDigit(line[end])) ? line[end..].TrimStart() : line;
    }

    /// <summary>Without the short words that join others: people put them or leave them out. The last word joins nothing.</summary>
    public static string Telling(string text)
    {
        string[] words = Folding.ToWords(text).Split(' ');
        return string.Join(
            ' ',
            words.Where((word, index) => word.Length > LongestJoining || index == words.Length - 1 || word.Any(char.IsAsciiDigit))
        );
    }

    private static bool IsLabel(string words, string start) =>
        words == start
        || (words.StartsWith(start + " ", StringComparison.Ordinal) && words[(start.Length + 1)..].Split(' ').All(Tails.Contains));
}

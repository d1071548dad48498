using System.Collections.Frozen;
using AgaBot.Forms.Budgets;
using AgaBot.Forms.Normalization;
using AgaBot.Plans.FormDefinitions;

namespace AgaBot.Plans.DocumentImport;

/// <summary>The labels of the paper form, in the spellings that people use.</summary>
internal static class FieldLabels
{
    /// <summary>The words of the form's own title, which is not an answer.</summary>
    private const string Title = "ficha ";
    private const string TitleToo = "compromiso";

    /// <summary>Maximum letters of a joining word, which people may leave out.</summary>
    private const int LongestJoining = 3;

    /// <summary>Longer text is an answer, whatever its first words.</summary>
    public const int MaxLength = 200;

    /// <summary>Longer text is a sentence, not a heading.</summary>
    private const int LongestHeading = 80;

    private const int MostDigits = 2;

    /// <summary>Length of the shortest of <see cref="Asked"/> and <see cref="Starts"/>; shorter text is none of them.</summary>
    private const int ShortestStart = 7;

    /// <summary>Steps of the comparison with all labels.</summary>
    private const int StepsOfLabel = 100;

    /// <summary>UTF-16 code units that are copied in the time of one step.</summary>
    private const int CopiedInAStep = 16;

    /// <summary>Separators between a label and its answer.</summary>
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

    /// <summary>Words that may end such a label. With any other word, the text is a label with its answer.</summary>
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

    /// <summary>Words that are a label only if they stand alone, since many answers start with them.</summary>
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

    /// <summary>The ends of the bot's own questions without joining words: people copy a question with its answer.</summary>
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

    /// <summary>Headings of a column that lists fichas by name.</summary>
    private static readonly FrozenSet<string> ListHeadings = (
        (string[])["compromisos", "propuestas", "propuestas compromiso", "propuestas compromisos", "fichas"]
    ).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>What the bot and people write in place of a missing answer.</summary>
    private static readonly FrozenSet<string> NoAnswers = ((string[])["sin respuesta", "no answer"]).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The question that a text names, ignoring a note in parentheses at its end; null if it names none.</summary>
    /// <param name="own">The labels of the plan's questions; null for those of the paper form alone.</param>
    public static string? Find(string text, PlanQuestionLabels? own = null)
    {
        ReadingBudget.Spend(StepsOfLabel + (text.Length / CopiedInAStep));
        string label = WithoutNote(text).Trim();
        if (label.Length is 0 or > MaxLength || label.IndexOfAny(Ends, 0, label.Length - 1) >= 0)
            return null;
        string words = Folding.ToWords(label);
        if (Whole.GetValueOrDefault(words) is { } whole)
            return whole;
        if (own?.Find(words) is { } asked)
            return asked;
        if (words.Length < ShortestStart)
            return null;
        string telling = TellingOf(words);
        return label[^1] == '?'
            ? Asked.FirstOrDefault(ending => telling.EndsWith(ending.End, StringComparison.Ordinal)).QuestionId
            : Starts.FirstOrDefault(start => IsLabel(telling, start.Start)).QuestionId;
    }

    /// <summary>A note in parentheses ends a label. With words after the note, the text is not a label.</summary>
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

    /// <summary>"Acciones, inicio, fin": the heading of the table of actions.</summary>
    public static bool IsHeadOfActions(DocumentRow row) =>
        row.Cells.Length > 1
        && Find(row.Cells[0].Text) == FichaForm.Acciones
        && Folding.ToWords(row.Cells[1].Text).StartsWith("inicio", StringComparison.Ordinal);

    public static bool IsHeadOfActions(string cell) => HeadOfActions.Contains(Telling(cell));

    /// <summary>"Componente, compromisos": the heading of a table that lists the fichas by name.</summary>
    public static bool IsHeadOfList(DocumentBlock.Table table) =>
        table.Rows.FirstOrDefault(static row => row.Cells.Any(static cell => !UserText.IsBlank(cell.Text))) is { Cells.Length: > 1 } head
        && head.Cells.Any(static cell => IsListHeading(cell.Text))
        && head.Cells.All(static cell => UserText.IsBlank(cell.Text) || IsListHeading(cell.Text) || Find(cell.Text) is not null);

    public static bool IsListHeading(string text) => ListHeadings.Contains(Telling(text));

    /// <summary>Removes the form's note "(breve descripción del problema)", which a paste puts before the answer.</summary>
    public static string WithoutFormsNote(string text) =>
        text.StartsWith('(') && text.IndexOf(')', StringComparison.Ordinal) is > 0 and var end && IsFormsNote(text[..end])
            ? text[(end + 1)..].Trim()
            : text;

    private static bool IsFormsNote(string text) =>
        Folding.ToWords(text) is var words
        && (words.StartsWith("breve descripcion", StringComparison.Ordinal) || words.Contains("busca conseguir", StringComparison.Ordinal));

    public static bool IsNoAnswer(string text) => text.StartsWith('(') && NoAnswers.Contains(Folding.ToWords(text));

    /// <summary>True if a heading announces aportes, false if it announces fichas, null otherwise.</summary>
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

    /// <summary>"1. ", "2) " or a bullet, as word processors export list numbers.</summary>
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
        // "2017", "3 meses" and "1.5" do not start with a list number.
        bool isMarked = end > digits || (digits < line.Length && line[digits] == '\t');
        return isMarked && (end == line.Length || !char.IsAsciiDigit(line[end])) ? line[end..].TrimStart() : line;
    }

    /// <summary>The words without short joining words, which people may leave out. The last word is always kept.</summary>
    public static string Telling(string text) => TellingOf(Folding.ToWords(text));

    private static string TellingOf(string folded)
    {
        ReadingBudget.Spend(folded.Length);
        string[] words = folded.Split(' ');
        return string.Join(
            ' ',
            words.Where((word, index) => word.Length > LongestJoining || index == words.Length - 1 || word.Any(char.IsAsciiDigit))
        );
    }

    private static bool IsLabel(string words, string start) =>
        words == start
        || (words.StartsWith(start + " ", StringComparison.Ordinal) && words[(start.Length + 1)..].Split(' ').All(Tails.Contains));
}

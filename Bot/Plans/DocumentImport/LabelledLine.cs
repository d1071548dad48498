using AgaBot.Forms.Normalization;

namespace AgaBot.Plans.DocumentImport;

/// <summary>A line that begins with a label of the form, with or without its number: <c>3. Problema público: ...</c></summary>
/// <param name="Rest">What stands behind the label; empty where it stands alone.</param>
internal readonly record struct LabelledLine(string QuestionId, string Rest)
{
    private const string Marks = "*_";

    /// <summary>Null where the line begins with none.</summary>
    public static LabelledLine? Read(string text, PlanQuestionLabels? own = null)
    {
        string line = FieldLabels.WithoutNumber(text);
        if (FieldLabels.Find(line, own) is { } alone)
            return new LabelledLine(alone, "");
        foreach ((int end, int next) in Ends(line))
        {
            if (FieldLabels.Find(line[..end], own) is { } label)
                return new LabelledLine(label, Unmarked(line[next..]));
        }
        return null;
    }

    /// <summary>An answer without the label of its own question and a colon before it; as it is where nothing else would be left.</summary>
    /// <param name="own">Of the plan's questions, beside those of the paper form.</param>
    public static string WithoutLabel(string questionId, string text, PlanQuestionLabels own)
    {
        string line = text.TrimStart();
        int colon = line.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0 || FieldLabels.Find(FieldLabels.WithoutNumber(line[..colon]), own) != questionId)
            return text;
        string rest = Unmarked(line[(colon + 1)..]).Trim();
        return UserText.IsBlank(rest) ? text : rest;
    }

    /// <summary>Whether a text is the label of a question and nothing else, with a colon or without.</summary>
    public static bool IsLabelAlone(string questionId, string text, PlanQuestionLabels own) =>
        text.Trim() is var line
        && !line.Contains('\n', StringComparison.Ordinal)
        && Read(line, own) is { Rest: "" } label
        && label.QuestionId == questionId;

    /// <summary>Where a label may end: at a mark that parts cells or words, a dash that stands apart, or with a question.</summary>
    private static IEnumerable<(int End, int Next)> Ends(string line)
    {
        for (int index = 1; index < line.Length && index <= FieldLabels.MaxLength; index++)
        {
            if (line[index] is ':' or '\t' or '=' or ';')
                yield return (index, index + 1);
            else if (line[index] is '-' or '–' or '—' && line[index - 1] == ' ' && index + 1 < line.Length && line[index + 1] == ' ')
                yield return (index, index + 1);
            else if (line[index] is ')' or '?')
                yield return (index + 1, index + 1);
            // A sentence is no label; an abbreviation may be a part of one.
            if (line[index] == '.' && !GoesOn(line, index))
                yield break;
        }
    }

    /// <summary><c>Fecha aprox. de cumplimiento</c>.</summary>
    private static bool GoesOn(string line, int stop) => line.AsSpan(stop + 1).TrimStart() is [var next, ..] && char.IsLower(next);

    /// <summary>In <c>*Componente:* x</c> the mark of bold print is left over; a colon may follow a tab.</summary>
    private static string Unmarked(string rest)
    {
        string words = rest.TrimStart(':', ' ', '\t').TrimEnd();
        int marks = words.Length - words.TrimStart(Marks.ToCharArray()).Length;
        return marks > 0 && (words.Length == marks || words[marks] == ' ') ? words[marks..].Trim() : words;
    }
}

using AgaBot.Forms.Normalization;

namespace AgaBot.Plans.DocumentImport;

/// <summary>A line that starts with a label of the form, with or without number: <c>3. Problema público: ...</c></summary>
/// <param name="Rest">The text after the label; empty if there is none.</param>
internal readonly record struct LabelledLine(string QuestionId, string Rest)
{
    private const string Marks = "*_";

    /// <summary>Maximum number of places where the label of a line may end.</summary>
    private const int MostEnds = 8;

    /// <summary>Null if the line does not start with a label.</summary>
    public static LabelledLine? Read(string text, PlanQuestionLabels? own = null)
    {
        string line = FieldLabels.WithoutNumber(text);
        if (FieldLabels.Find(line, own) is { } alone)
            return new LabelledLine(alone, "");
        foreach ((int end, int next) in Ends(line).Take(MostEnds))
        {
            if (FieldLabels.Find(line[..end], own) is { } label)
                return new LabelledLine(label, Unmarked(line[next..]));
        }
        return null;
    }

    /// <summary>Removes the label of the answer's own question, with its colon. Unchanged if nothing else would be left.</summary>
    /// <param name="own">The labels of the plan's questions.</param>
    public static string WithoutLabel(string questionId, string text, PlanQuestionLabels own)
    {
        string line = text.TrimStart();
        int colon = line.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0 || FieldLabels.Find(FieldLabels.WithoutNumber(line[..colon]), own) != questionId)
            return text;
        string rest = Unmarked(line[(colon + 1)..]).Trim();
        return UserText.IsBlank(rest) ? text : rest;
    }

    /// <summary>Whether a text is only the label of a question, with or without a colon.</summary>
    public static bool IsLabelAlone(string questionId, string text, PlanQuestionLabels own) =>
        text.Trim() is var line
        && !line.Contains('\n', StringComparison.Ordinal)
        && Read(line, own) is { Rest: "" } label
        && label.QuestionId == questionId;

    /// <summary>Possible ends of a label: at a separator, at a dash between spaces, or after a parenthesis or question mark.</summary>
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
            // A sentence is not a label, but an abbreviation may be part of one.
            if (line[index] == '.' && !GoesOn(line, index))
                yield break;
        }
    }

    /// <summary>Whether the point belongs to an abbreviation, as in <c>Fecha aprox. de cumplimiento</c>.</summary>
    private static bool GoesOn(string line, int stop) => line.AsSpan(stop + 1).TrimStart() is [var next, ..] && char.IsLower(next);

    /// <summary>Removes the mark of bold text left over in <c>*Componente:* x</c>, and a colon after a tab.</summary>
    private static string Unmarked(string rest)
    {
        string words = rest.TrimStart(':', ' ', '\t').TrimEnd();
        int marks = words.Length - words.TrimStart(Marks.ToCharArray()).Length;
        return marks > 0 && (words.Length == marks || words[marks] == ' ') ? words[marks..].Trim() : words;
    }
}

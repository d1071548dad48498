using System.Collections.Immutable;
using AgaBot.Forms.Budgets;

namespace AgaBot.Plans.DocumentImport;

/// <summary>Restores lost line breaks before labels: <c>Componente: x. Propuesta: y; Objetivo: z</c>.</summary>
internal static class LineBreakRestorer
{
    /// <summary>Minimum number of different labels; with fewer, the text is a sentence with colons.</summary>
    private const int FewestLabels = 3;

    /// <summary>Maximum number of capitalised words, from the colon back, at which a label may start.</summary>
    private const int MostStarts = 8;

    private static readonly char[] Between = [' ', ';', ',', '|', '/', '\t'];

    /// <summary>Returns the lines unchanged if they contain fewer labels.</summary>
    public static ImmutableArray<string> Restore(ImmutableArray<string> lines)
    {
        ImmutableArray<string> broken = [.. lines.SelectMany(Break)];
        return broken.Select(static line => LabelledLine.Read(line)?.QuestionId).OfType<string>().Distinct().Count() < FewestLabels
            ? lines
            : broken;
    }

    private static IEnumerable<string> Break(string line)
    {
        int from = 0,
            after = 0;
        for (int colon = line.IndexOf(':', StringComparison.Ordinal); colon >= 0; colon = line.IndexOf(':', colon + 1))
        {
            int? found = LabelBefore(line, after, colon);
            after = colon + 1;
            if (found is not { } label)
                continue;
            if (line[from..label].Trim(Between) is { Length: > 0 } before)
                yield return before;
            from = label;
        }
        yield return line[from..].Trim(Between);
    }

    /// <summary>Start of the label that ends at a colon. A label starts with a capital letter.</summary>
    /// <param name="after">End of the previous colon. A label contains no colon, so every character is examined once.</param>
    private static int? LabelBefore(string line, int after, int colon)
    {
        int? label = null;
        int starts = 0;
        int first = Math.Max(after, colon - FieldLabels.MaxLength);
        for (int start = colon - 1; start >= first && starts < MostStarts; start--)
        {
            ReadingBudget.Spend(1);
            bool isWord = char.IsUpper(line[start]) && (start == 0 || !char.IsLetterOrDigit(line[start - 1]));
            if (!isWord)
                continue;
            starts++;
            if (FieldLabels.Find(line[start..colon]) is not null)
                label = start;
        }
        return label;
    }
}

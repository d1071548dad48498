using System.Collections.Immutable;

namespace AgaBot.Plans.DocumentImport;

/// <summary>Puts each label on a line of its own where the breaks were lost: <c>Componente: x. Propuesta: y; Objetivo: z</c>.</summary>
internal static class LineBreakRestorer
{
    /// <summary>Different labels: with fewer it is a sentence with colons.</summary>
    private const int FewestLabels = 3;

    private static readonly char[] Between = [' ', ';', ',', '|', '/', '\t'];

    /// <summary>The lines as they are where they hold fewer labels.</summary>
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

    /// <summary>Where the label begins that ends at a colon: with a capital, as in the middle of a sentence none does.</summary>
    /// <param name="after">Where the colon before ends: no label has one in it, and so no letter is looked at twice.</param>
    private static int? LabelBefore(string line, int after, int colon)
    {
        for (int start = Math.Max(after, colon - FieldLabels.MaxLength); start < colon; start++)
        {
            bool isWord = char.IsUpper(line[start]) && (start == 0 || !char.IsLetterOrDigit(line[start - 1]));
            if (isWord && FieldLabels.Find(line[start..colon]) is not null)
                return start;
        }
        return null;
    }
}

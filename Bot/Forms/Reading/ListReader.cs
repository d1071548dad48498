using System.Collections.Immutable;
using AgaBot.Forms.Budgets;
using AgaBot.Forms.Normalization;

namespace AgaBot.Forms.Reading;

/// <summary>
/// Splits a list into entries: by lines, within a line by commas and semicolons outside parentheses, and by "y" between two known names. An
/// entry keeps its own words, so "GGR, GRA, y unidades ejecutoras" ends in "y unidades ejecutoras".
/// </summary>
internal static class ListReader
{
    private static readonly string[] Joints = [" y ", " e ", " and "];

    /// <summary>Maximum UTF-16 code units of an entry that is split at "y".</summary>
    private const int LongestJoined = 500;

    /// <summary>Number of comma-separated parts in the longest known name.</summary>
    private const int MostPartsOfName = 5;

    /// <summary>Maximum number of "y" in an entry at which a split is tried; an entry with more is a sentence.</summary>
    private const int MostJoints = 8;

    public static ParseResult Read(Question.List question, string words)
    {
        ImmutableArray<string> items = [.. ItemsOf(question, words.Split('\n'))];
        if (items.IsEmpty)
            return new ParseResult.Blank();
        if (items.Length > question.MaxItems)
            return new ParseResult.Unclear(new Problem.TooMany(items.Length, question.MaxItems));

        int longest = items.Max(item => item.Length);
        if (longest > question.MaxItemLength)
            return new ParseResult.Unclear(new Problem.TooLong(longest, question.MaxItemLength));

        // Blank lines between few entries could still exceed the length.
        int most = question.MaxItems * question.MaxItemLength;
        return words.Length > most
            ? new ParseResult.Unclear(new Problem.TooLong(words.Length, most))
            : new ParseResult.Understood(new Answer.List(items, words));
    }

    private static IEnumerable<string> ItemsOf(Question.List question, string[] lines)
    {
        string[] entries = UserText.WithoutNumbers([.. lines.Select(UserText.WithoutBullet).Where(line => !UserText.IsBlank(line))]);
        if (question.OneALine && lines.Length > 1)
            return Fit(entries);
        // Too many even if several belong to one name: stops before looking up tens of thousands of names.
        IKnownNames? names = CountParts(entries) > MostPartsOfName * question.MaxItems ? null : question.Names;
        return Fit(entries.SelectMany(line => ItemsOf(line, names)));

        static IEnumerable<string> Fit(IEnumerable<string> items) =>
            items.Select(BidiControls.Close).Where(item => !UserText.IsBlank(item));
    }

    private static int CountParts(string[] entries) =>
        entries.Sum(line => PartsOf(line).Count(part => !line.AsSpan()[part].IsWhiteSpace()));

    private static IEnumerable<string> ItemsOf(string entries, IKnownNames? names)
    {
        List<Range> parts = [.. PartsOf(entries)];
        for (int first = 0; first < parts.Count; first++)
        {
            if (entries.AsSpan()[parts[first]].IsWhiteSpace())
                continue;
            int last = names is null ? first : LastOfName(entries, parts, first, names);
            string item = entries[parts[first].Start..parts[last].End].Trim();
            first = last;
            foreach (string one in names is null ? [item] : SplitAtJoint(WithoutJoint(item, names), names))
                yield return one;
        }
    }

    /// <summary>"Ministerio de Vivienda, Construcción y Saneamiento" is one entry.</summary>
    private static int LastOfName(string entries, List<Range> parts, int first, IKnownNames names)
    {
        for (int last = Math.Min(first + MostPartsOfName - 1, parts.Count - 1); last > first; last--)
        {
            Range span = parts[first].Start..parts[last].End;
            if (span.GetOffsetAndLength(entries.Length).Length <= LongestJoined && names.IsName(entries[span].Trim()))
                return last;
        }
        return first;
    }

    /// <summary>Removes "y" in "y CEPLAN" after a comma. Before words that are not a known name, "y" may belong to them.</summary>
    private static string WithoutJoint(string item, IKnownNames names)
    {
        string? joint = Array.Find(Joints, joint => item.AsSpan().StartsWith(joint.AsSpan(1), StringComparison.OrdinalIgnoreCase));
        return
            joint is not null && item.Length <= LongestJoined && item[(joint.Length - 1)..].Trim() is var name && names.IsNameOrOfKind(name)
            ? name
            : item;
    }

    /// <summary>Splits only between two known names: other words around "y" may be an unlisted name.</summary>
    private static IEnumerable<string> SplitAtJoint(string item, IKnownNames names)
    {
        if (item.Length > LongestJoined || names.IsName(item))
            return [item];
        int tries = 0;
        foreach (string joint in Joints)
        {
            for (
                int at = item.IndexOf(joint, StringComparison.OrdinalIgnoreCase);
                at > 0 && tries < MostJoints;
                at = item.IndexOf(joint, at + 1, StringComparison.OrdinalIgnoreCase)
            )
            {
                tries++;
                string left = item[..at].Trim();
                string right = item[(at + joint.Length)..].Trim();
                if (names.IsNameOrOfKind(left) && names.IsNameOrOfKind(right))
                    return [left, .. SplitAtJoint(right, names)];
            }
        }
        return [item];
    }

    private static IEnumerable<Range> PartsOf(string entries)
    {
        int start = 0;
        int open = 0;
        for (int index = 0; index <= entries.Length; index++)
        {
            ReadingBudget.Spend(1);
            char mark = index < entries.Length ? entries[index] : ',';
            if (mark == '(')
                open++;
            else if (mark == ')' && open > 0)
                open--;
            else if (index == entries.Length || (open == 0 && mark is ',' or ';'))
            {
                yield return start..index;
                start = index + 1;
            }
        }
    }
}

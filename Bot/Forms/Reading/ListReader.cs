using System.Collections.Immutable;

namespace AgaBot.Forms;

/// <summary>
/// Splits a list into its entries: one a line, and within a line by commas and semicolons outside parentheses.
/// An entry keeps its own words, so "GGR, GRA, y unidades ejecutoras" ends in "y unidades ejecutoras".
/// </summary>
internal static class ListReader
{
    public static Reading Read(Question.List question, string words)
    {
        ImmutableArray<string> items = [.. ItemsOf(question, words.Split('\n'))];
        if (items.IsEmpty)
            return new Reading.Blank();
        if (items.Length > question.MaxItems)
            return new Reading.Unclear(new Problem.TooMany(items.Length, question.MaxItems));

        int longest = items.Max(item => item.Length);
        if (longest > question.MaxItemLength)
            return new Reading.Unclear(new Problem.TooLong(longest, question.MaxItemLength));

        // Blank lines between few entries could still make the words long.
        int most = question.MaxItems * question.MaxItemLength;
        return words.Length > most
            ? new Reading.Unclear(new Problem.TooLong(words.Length, most))
            : new Reading.Understood(new Answer.List(items, words));
    }

    private static IEnumerable<string> ItemsOf(Question.List question, string[] lines) => question.OneALine && lines.Length > 1
        ? lines.Select(WrittenText.WithoutBullet).Where(line => !WrittenText.IsBlank(line))
        : lines.SelectMany(ItemsOf);

    private static IEnumerable<string> ItemsOf(string line)
    {
        string entries = WrittenText.WithoutBullet(line);
        int start = 0;
        int open = 0;
        for (int index = 0; index <= entries.Length; index++)
        {
            char mark = index < entries.Length ? entries[index] : ',';
            if (mark == '(')
                open++;
            else if (mark == ')' && open > 0)
                open--;
            else if (index == entries.Length || (open == 0 && mark is ',' or ';'))
            {
                string item = Directions.Close(entries[start..index].Trim());
                start = index + 1;
                if (!WrittenText.IsBlank(item))
                    yield return item;
            }
        }
    }
}

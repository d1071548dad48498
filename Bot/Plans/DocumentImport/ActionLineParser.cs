using System.Collections.Immutable;
using AgaBot.Forms.Dates;
using AgaBot.Forms.Normalization;

namespace AgaBot.Plans.DocumentImport;

/// <summary>Parses actions written as lines instead of a table.</summary>
internal static class ActionLineParser
{
    private const int Inicio = 1;
    private const int Fin = 2;
    private const int LongestJoining = 2;

    /// <summary>Used only to recognise dates. Their meaning is parsed later, on the day of the turn.</summary>
    private static readonly DateOnly AnyDay = new(2016, 1, 1);

    private static readonly string[] Joining = [" – ", " - ", " — ", " a "];

    /// <summary>
    /// <c>acción; inicio; fin</c>, the same with tabs, or <c>acción: inicio – fin</c> as the bot writes it. Null for a heading of the
    /// table.
    /// </summary>
    public static ImmutableArray<string>? Read(string line)
    {
        string words = FieldLabels.WithoutNumber(UserText.WithoutBullet(line));
        string[] cells = words.Split(words.Contains('\t', StringComparison.Ordinal) ? '\t' : ';', StringSplitOptions.TrimEntries);
        if (cells.All(FieldLabels.IsHeadOfActions))
            return null;
        return cells.Length == 1 && WithDates(words) is { } dated ? dated : [.. cells];
    }

    /// <summary>Whether a line is an action with a date in its last cells, even if it starts with the label of a field.</summary>
    public static bool IsDated(string line) => Read(line) is { Length: > 1 } cells && cells[Math.Max(1, cells.Length - Fin)..].Any(IsDate);

    /// <summary><c>Inicio: Jun 2016</c> on its own line.</summary>
    public static (int Column, string Words)? DateIn(string line)
    {
        string words = UserText.WithoutBullet(line);
        int colon = words.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0)
            return null;
        string date = words[(colon + 1)..].Trim();
        return FieldLabels.Telling(words[..colon]) switch
        {
            "inicio" or "fecha inicio" or "start" => (Inicio, date),
            "fin" or "fecha fin" or "end" => (Fin, date),
            _ => null,
        };
    }

    /// <summary>Dates follow the action in parentheses, after a colon or after a comma.</summary>
    private static ImmutableArray<string>? WithDates(string words) =>
        words.EndsWith(')')
            ? WithDates(words, words.LastIndexOf('('))
            : WithDates(words, words.LastIndexOf(':')) ?? WithDates(words, words.LastIndexOf(','));

    private static ImmutableArray<string>? WithDates(string words, int end)
    {
        if (end <= 0)
            return null;
        string action = words[..end].Trim();
        string dates = words[(end + 1)..].TrimEnd(')').Trim();
        foreach (string joint in Joining)
        {
            if (dates.Split(joint, 2) is [var start, var finish] && IsDate(WithoutFrom(start)) && IsDate(finish))
                return [action, WithoutFrom(start), finish.Trim()];
        }
        return IsDate(dates) ? [action, dates, ""] : null;
    }

    /// <summary>Drops the "de" of "de junio a julio".</summary>
    private static string WithoutFrom(string start) =>
        start.Trim() is var words
        && words.Split(' ', 2) is [{ Length: <= LongestJoining } first, var date]
        && first.All(char.IsLetter)
        && IsDate(date)
            ? date
            : words;

    public static bool IsDate(string words) =>
        words.Trim() is { Length: > 0 and <= PlanDateParser.MaxLength } date
        && PlanDateParser.Parse(date, AnyDay, plan: null).Precision != DatePrecision.Words;
}

using System.Collections.Immutable;
using AgaBot.Dialogs.Phrasing;
using AgaBot.Forms.Dates;
using AgaBot.Forms.Normalization;
using AgaBot.Plans;

namespace AgaBot.Dialogs.TakingDown;

/// <summary>What a sentence says of a proposal besides the proposal itself. Each part is null unless it is clear.</summary>
/// <param name="Component">The only component that the sentence names.</param>
/// <param name="Date">The date by which something is to be done, in the person's words.</param>
/// <param name="Place">The only place of the plan that the sentence names.</param>
internal sealed record SentenceDetails(Component? Component, string? Date, string? Place)
{
    /// <summary>Id of the plan's question that a place answers, if the plan has such a question.</summary>
    public const string PlaceQuestion = "lugar";

    /// <summary>Maximum UTF-16 code units that are examined.</summary>
    private const int MostExamined = 1000;

    /// <summary>Maximum words of a date: "a más tardar el primer trimestre del año 2017".</summary>
    private const int MostWordsOfDate = 10;

    /// <summary>Words before a date by which something is to be done.</summary>
    private static readonly ImmutableArray<string> Before = [.. CommandWords.Of("takeDown.before")];

    public static SentenceDetails Read(Plan plan, string text, DateOnly today)
    {
        string examined = text.Length > MostExamined ? text[..MostExamined] : text;
        string words = $" {Folding.ToWords(examined)} ";
        return new SentenceDetails(FindComponent(plan, words), FindDate(plan, examined, today), FindPlace(plan, words));
    }

    private static Component? FindComponent(Plan plan, string words)
    {
        ImmutableArray<Component> named =
        [
            .. plan.Components.Where(component => component.Aliases.Prepend(component.Name).Any(name => Contains(words, name))),
        ];
        return named is [var one] ? one : null;
    }

    /// <summary>A place inside the name of a longer one does not count: "Virú" in "Valle Virú".</summary>
    private static string? FindPlace(Plan plan, string words)
    {
        ImmutableArray<string> named = [.. plan.Places.Where(place => Contains(words, place))];
        ImmutableArray<string> longest =
        [
            .. named.Where(place => !named.Any(other => other.Length > place.Length && Contains($" {Folding.ToWords(other)} ", place))),
        ];
        return longest is [var one] ? one : null;
    }

    /// <summary>
    /// The longest date that begins with one of the words of <see cref="Before"/>, which belong to its meaning; null if it is over, or if
    /// there are two.
    /// </summary>
    private static string? FindDate(Plan plan, string text, DateOnly today)
    {
        string[] said = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        string? found = null;
        for (int at = 0; at < said.Length; at++)
        {
            if (!BeginsDate(said, at) || DateAt(plan, said, ref at, today) is not { } date)
                continue;
            if (found is not null)
                return null;
            found = date;
        }
        return found;
    }

    private static bool BeginsDate(string[] said, int at)
    {
        string words = Folding.ToWords(string.Join(' ', said.Skip(at).Take(MostWordsOfDate))) + " ";
        return Before.Any(before => words.StartsWith(before + " ", StringComparison.Ordinal));
    }

    /// <param name="at">The first word; afterwards the last word of the date.</param>
    private static string? DateAt(Plan plan, string[] said, ref int at, DateOnly today)
    {
        for (int length = Math.Min(MostWordsOfDate, said.Length - at); length > 0; length--)
        {
            PlanDate date = DateIn(plan, said, at, length, today);
            if (date.Precision is DatePrecision.Words or DatePrecision.Duration || date.Latest is not { } latest || latest <= today)
                continue;
            // The parser passes over a joining word at the end, which begins what comes after the date: "fines de 2016, en".
            if (IsJoining(said[at + length - 1]) && DateIn(plan, said, at, length - 1, today) is var shorter && IsAlike(shorter, date))
                length--;
            string words = WordsOf(said, at, length);
            at += length - 1;
            return words;
        }
        return null;
    }

    private static bool IsJoining(string word) => word.Length <= 3 && word.All(char.IsLetter);

    private static bool IsAlike(PlanDate one, PlanDate other) => one with { Words = other.Words } == other;

    private static PlanDate DateIn(Plan plan, string[] said, int at, int length, DateOnly today) =>
        PlanDateParser.Parse(WordsOf(said, at, length), today, plan.Period);

    private static string WordsOf(string[] said, int at, int length) =>
        string.Join(' ', said[at..(at + length)]).TrimEnd('.', ',', ';', ':', '!', ')');

    private static bool Contains(string words, string name) => words.Contains($" {Folding.ToWords(name)} ", StringComparison.Ordinal);
}

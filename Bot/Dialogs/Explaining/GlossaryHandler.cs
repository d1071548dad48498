using System.Collections.Frozen;
using System.Collections.Immutable;
using AgaBot.Dialogs.Commands;
using AgaBot.Dialogs.Phrasing;
using AgaBot.Forms.Normalization;
using AgaBot.Plans;

namespace AgaBot.Dialogs.Explaining;

/// <summary>
/// Distinguishes a question about a word from an answer. The whole message has to be the question: <i>¿Qué es corresponsable?</i>,
/// <i>what does verifiable mean</i>, or the bare word with a question mark. Any longer text is an answer, with or without a question mark.
/// </summary>
internal sealed class GlossaryHandler(Plan plan)
{
    /// <summary>Maximum UTF-16 code units of a question; longer text is not examined.</summary>
    private const int LongestQuestion = 120;

    /// <summary>Maximum words of an unknown term; a longer one is probably part of an answer.</summary>
    private const int MostUnknownWords = 3;

    private const int WordsInALine = 8;

    private static readonly ImmutableArray<(string Before, string After)> Patterns =
    [
        .. Both("glossary.asks")
            .Select(static pattern => pattern.Split("{0}"))
            .Select(static parts => (Before: Folding.ToWords(parts[0]), After: Folding.ToWords(parts[1])))
            .Select(static parts => (parts.Before.Length == 0 ? "" : parts.Before + " ", parts.After.Length == 0 ? "" : " " + parts.After))
            .Distinct()
            .OrderByDescending(static pattern => pattern.Item1.Length),
    ];

    /// <summary>"Disculpe, ¿qué es una mesa, por favor?" is read without its courtesies.</summary>
    private static readonly Courtesies Courtesies = new(CommandWords.Of("glossary.before"), CommandWords.Of("glossary.after"));

    private static readonly FrozenSet<string> Articles = CommandWords.Of("glossary.articles").ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The term and its meaning; null if the text is no such question.</summary>
    public Explanation? Explain(string text, Words words)
    {
        if (text.Length > LongestQuestion || text.Contains('\n', StringComparison.Ordinal))
            return null;
        bool marked = text.Contains('?', StringComparison.Ordinal);
        string asked = Courtesies.Without(Folding.ToWords(text));
        if (Term(asked) is { } term)
            return Meaning(term, words) ?? (marked && term.Count(' ') < MostUnknownWords ? new Explanation(term, null) : null);
        return marked ? Meaning(asked, words) : null;
    }

    public static string List(Plan plan, Words words) =>
        plan.Glossary.Entries.IsEmpty
            ? words["glossary.none"]
            : words.Say(
                "glossary.list",
                string.Join(
                    ",\n",
                    plan.Glossary.Entries.Select(entry => entry.NameIn(words.Language))
                        .Chunk(WordsInALine)
                        .Select(line => string.Join(", ", line))
                ),
                plan.Glossary.Entries[0].NameIn(words.Language)
            );

    private Explanation? Meaning(string term, Words words)
    {
        if (plan.Glossary.Find(term) is { } entry)
            return new Explanation(term, entry.Meaning.In(words.Language));
        return
            plan.Components.FirstOrDefault(component =>
                component.Aliases.Prepend(component.Name).Any(name => Folding.ToWords(name) == term)
            )
                is { } component
            ? new Explanation(term, words.Say("glossary.component", component.Name, component.Covers))
            : null;
    }

    private static string? Term(string asked)
    {
        foreach ((string before, string after) in Patterns)
        {
            if (
                asked.Length > before.Length + after.Length
                && asked.StartsWith(before, StringComparison.Ordinal)
                && asked.EndsWith(after, StringComparison.Ordinal)
            )
                return WithoutArticle(asked[before.Length..^after.Length]);
        }
        return null;
    }

    private static string WithoutArticle(string term)
    {
        int space = term.IndexOf(' ', StringComparison.Ordinal);
        return space > 0 && Articles.Contains(term[..space]) ? term[(space + 1)..] : term;
    }

    private static string[] Both(string key) => $"{Words.Spanish[key]}|{Words.English[key]}".Split('|');
}

/// <param name="Meaning">Null if no glossary has the term.</param>
internal sealed record Explanation(string Term, string? Meaning);

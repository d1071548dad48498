using System.Collections.Frozen;
using System.Collections.Immutable;
using AgaBot.Dialogs.Commands;
using AgaBot.Dialogs.Phrasing;
using AgaBot.Forms.Normalization;

namespace AgaBot.Dialogs.Deciding;

/// <summary>The two or three commands that are nearest to a text that was not understood, each with what it does.</summary>
internal static class NearestThings
{
    private const int Most = 3;

    private const int ShortestWord = 4;

    /// <summary>The commands that are offered. If no word of a text is near one of them, the first are.</summary>
    private static readonly ImmutableArray<string> Keys =
    [
        "contribute",
        "propose",
        "help",
        "myProposals",
        "support",
        "consultations",
        "progress",
        "blank",
        "myData",
        "glossary",
        "resume",
    ];

    private static readonly FrozenDictionary<string, FrozenSet<string>> WordsOf = Keys.ToFrozenDictionary(
        static key => key,
        static key =>
            CommandWords
                .Of($"command.{key}")
                .Concat(CommandWords.Of($"nearest.{key}"))
                .SelectMany(static said => said.Split(' '))
                .Where(static word => word.Length >= ShortestWord)
                .ToFrozenSet(StringComparer.Ordinal),
        StringComparer.Ordinal
    );

    public static ImmutableArray<string> Of(string text)
    {
        string[] words =
        [
            .. Folding
                .ToWords(text.Length > CommandReader.LongestCommand ? text[..CommandReader.LongestCommand] : text)
                .Split(' ')
                .Where(static word => word.Length >= ShortestWord)
                .Distinct(),
        ];
        ImmutableArray<string> near =
        [
            .. Keys.Select(key => (Key: key, Score: Score(words, WordsOf[key])))
                .Where(static one => one.Score > 0)
                .OrderByDescending(static one => one.Score)
                .Take(Most)
                .Select(static one => one.Key),
        ];
        return near.Length >= Most ? near : [.. near, .. Keys.Except(near).Take(Most - near.Length)];
    }

    /// <summary>"Disculpe, no entendí", and the nearest things as lines and as buttons.</summary>
    public static Reply Say(DialogContext context, string problem, string text)
    {
        Words words = context.Words;
        ImmutableArray<string> near = Of(text);
        return ButtonsMessage.Say(
            words,
            string.Join(
                '\n',
                (string[])
                    [
                        problem,
                        words["nearest.title"],
                        .. near.Select(key =>
                            words.Say("nearest.line", CommandWords.Name(words, $"command.{key}"), words[$"nearest.{key}.does"])
                        ),
                    ]
            ),
            near.AsSpan()
        );
    }

    /// <summary>An exact word counts twice a misspelt one.</summary>
    private static int Score(string[] said, FrozenSet<string> own) =>
        said.Sum(word =>
            own.Contains(word) ? 2
            : own.Any(other => Misspelling.IsNear(word, other)) ? 1
            : 0
        );
}

using System.Collections.Immutable;
using AgaBot.Dialogs.Phrasing;
using AgaBot.Plans.Suggestions;

namespace AgaBot.Dialogs.Advice;

/// <summary>Describes how an evaluator of the Independent Reporting Mechanism would read a proposal. It is advice, not a score.</summary>
internal static class EvaluatorPreview
{
    public static string Say(Words words, EvaluatorAssessment reading) =>
        string.Join(
            '\n',
            words["preview.title"],
            words.Say("preview.verifiability", Verifiability(words, reading)),
            words.Say(
                "preview.relevance",
                reading.Values.IsEmpty
                    ? words["preview.noValue"]
                    : words.Say("preview.values", string.Join(", ", reading.Values.Select(value => words[$"preview.value.{value}"])))
            ),
            words.Say("preview.ambition", words[$"preview.change.{reading.Change}"])
        );

    private static string Verifiability(Words words, EvaluatorAssessment reading)
    {
        ImmutableArray<(bool IsThere, string Name)> parts =
        [
            (reading.SaysWhat, words["preview.part.what"]),
            (reading.SaysWho, words["preview.part.who"]),
            (reading.Dated > 0, words["preview.part.actions"]),
            (reading.SaysWhen, words["preview.part.when"]),
        ];
        string there = string.Join(", ", parts.Where(static part => part.IsThere).Select(static part => part.Name));
        string missing = string.Join(", ", parts.Where(static part => !part.IsThere).Select(static part => part.Name));
        return (there.Length, missing.Length) switch
        {
            (0, _) => words.Say("preview.missing", missing),
            (_, 0) => words.Say("preview.there", there),
            _ => $"{words.Say("preview.there", there)} {words.Say("preview.missing", missing)}",
        };
    }
}

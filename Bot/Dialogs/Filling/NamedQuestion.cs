using System.Collections.Immutable;
using AgaBot.Dialogs.Phrasing;
using AgaBot.Forms;
using AgaBot.Forms.Normalization;
using AgaBot.Forms.Walking;

namespace AgaBot.Dialogs.Filling;

/// <summary>Finds the question that a sentence names: "quiero cambiar el objetivo".</summary>
internal static class NamedQuestion
{
    /// <returns>The question's number, from 1; null if the sentence names none or several.</returns>
    public static int? Find(OpenForm open, string text)
    {
        string said = $" {Folding.ToWords(text)} ";
        ImmutableArray<Question> asked = FormWalk.Asked(open.Form, open.Session);
        int[] named =
        [
            .. Enumerable
                .Range(1, asked.Length)
                .Where(number => Names(open, asked[number - 1].Id).Any(name => said.Contains($" {name} ", StringComparison.Ordinal))),
        ];
        return named is [var one] ? one : null;
    }

    private static IEnumerable<string> Names(OpenForm open, string questionId)
    {
        string key = $"field.{questionId}";
        IEnumerable<string> words = open.Words.Find(key) is null ? [] : CommandWords.Of(key);
        return words.Prepend(Folding.ToWords(open.Text(questionId, "name")));
    }
}

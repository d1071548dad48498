using System.Collections.Frozen;
using AgaBot.Forms.Normalization;

namespace AgaBot.Forms.Reading;

/// <summary>Parses a yes or a no, in Spanish or English. Any further words make it neither: consent is never guessed.</summary>
internal static class YesNoReader
{
    /// <summary>Value of an unticked box on a card.</summary>
    public const string Unticked = "false";

    private static readonly FrozenSet<string> Yes = new[]
    {
        "si",
        "s",
        "sip",
        "claro",
        "si claro",
        "claro que si",
        "acepto",
        "si acepto",
        "de acuerdo",
        "si de acuerdo",
        "estoy de acuerdo",
        "si por favor",
        "yes",
        "y",
        "yes please",
        "i agree",
        "yes i agree",
        "ok",
        "okay",
        "true",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> No = new[]
    {
        "no",
        "n",
        "no acepto",
        "no gracias",
        "no estoy de acuerdo",
        "no thanks",
        "no thank you",
        "i do not agree",
        Unticked,
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Words besides a yes that tell somebody to go ahead.</summary>
    private static readonly FrozenSet<string> GoAhead = new[]
    {
        "dale",
        "ya",
        "ya esta",
        "listo",
        "perfecto",
        "conforme",
        "correcto",
        "todo bien",
        "esta bien",
        "todo esta bien",
        "asi esta bien",
        "bien",
        "adelante",
        "go ahead",
        "fine",
        "all good",
        "looks good",
        "sure",
        "done",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether the text is a yes or tells somebody to go ahead, and nothing else.</summary>
    public static bool IsGoAhead(string text) =>
        text.Length <= AnswerReader.ShortAnswerLength
        && Folding.ToWords(text) is var folded
        && (Yes.Contains(folded) || GoAhead.Contains(folded));

    public static bool? Read(string text)
    {
        if (text.Length > AnswerReader.ShortAnswerLength)
            return null;
        string folded = Folding.ToWords(text);
        return Yes.Contains(folded) ? true
            : No.Contains(folded) ? false
            : null;
    }

    public static ParseResult ReadAnswer(string words) =>
        Read(words) is { } yes
            ? new ParseResult.Understood(new Answer.YesNo(yes))
            : new ParseResult.Unclear(new Problem.NeitherYesNorNo(words));
}

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

using System.Collections.Immutable;
using AgaBot.Plans;

namespace AgaBot.Dialogs.Phrasing;

/// <summary><i>Aviso</i>: the privacy notice in plain words (Ley 29733, artículo 18).</summary>
internal static class PrivacyNotice
{
    public static ImmutableArray<string> Paragraphs(Plan plan, Words words) =>
        [
            words.Say("privacy.who", plan.Responsible),
            words["privacy.what"],
            words["privacy.why"],
            words["privacy.ifNot"],
            words["privacy.howLong"],
            words.Say("privacy.rights", ContactPhrase.Say(plan, words)),
        ];

    public static string InWords(Plan plan, Words words) => string.Join('\n', Paragraphs(plan, words).Prepend(words["privacy.title"]));
}

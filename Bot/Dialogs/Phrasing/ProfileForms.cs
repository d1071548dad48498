using System.Collections.Immutable;
using AgaBot.Forms;
using AgaBot.Plans;
using AgaBot.Plans.FormDefinitions;

namespace AgaBot.Dialogs.Phrasing;

/// <summary>The profile form, with its options in the words of a language.</summary>
internal static class ProfileForms
{
    /// <summary>Spanish and English, in the order of <see cref="Words.Pick"/>.</summary>
    public static ImmutableArray<Form> InBothLanguages(Plan plan) => [Of(plan, Words.Spanish), Of(plan, Words.English)];

    private static Form Of(Plan plan, Words words) =>
        ProfileForm.Of(
            plan,
            new ProfileWords(words.Option("gender.woman"), words.Option("gender.man"), words.Option("gender.other"))
            {
                BeforeName = LongestFirst("leadIn.name"),
                BeforeOrganisation = LongestFirst("leadIn.organisation"),
            },
            words.Language
        );

    private static ImmutableArray<string> LongestFirst(string key) =>
        [.. CommandWords.Of(key).OrderByDescending(static words => words.Length)];
}

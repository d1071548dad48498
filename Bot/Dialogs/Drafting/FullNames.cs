using System.Collections.Immutable;
using System.Text;
using AgaBot.Dialogs.Asking;
using AgaBot.Dialogs.Phrasing;
using AgaBot.Dialogs.Views;
using AgaBot.Forms;
using AgaBot.Forms.Walking;
using AgaBot.Plans.Entities;

namespace AgaBot.Dialogs.Drafting;

/// <summary>
/// Offers an entity's full name for an abbreviation or a misspelt name. An answer is changed only if the person asks for it.
/// </summary>
internal static class FullNames
{
    /// <summary>Offered at most once for each answer: for names that the answer did not hold before.</summary>
    public static ImmutableArray<Offer> Brought(OpenForm after, FormSession before, FormOutcome outcome, EntityDirectory entities)
    {
        if (outcome is not FormOutcome.Moved { Taken: [var questionId] } || after.Session.Answer<Answer.List>(questionId) is not { } list)
            return [];
        ImmutableArray<string> known = before.Answer<Answer.List>(questionId)?.Items ?? [];
        string[] meant =
        [
            .. list.Items.Except(known).Select(entities.Meant).OfType<Entity>().Select(static entity => entity.Name).Distinct(),
        ];
        if (meant.Length == 0)
            return [];

        Words words = after.Words;
        string use = $"{CommandWords.Name(words, "command.useFullNames")} {after.NumberOf(questionId)}";
        return
        [
            new Offer(
                words.Say("entity.meant", after.NumberOf(questionId), words.And(meant)),
                words.Say("entity.ways", use),
                [
                    new CommandButton(words["button.useFullName"], use),
                    new CommandButton(words["button.leaveName"], CommandWords.Name(words, "command.leaveAsIs")),
                ]
            ),
        ];
    }

    /// <summary>The list with full names in place; all other words stay as written.</summary>
    public static string In(Answer.List list, EntityDirectory entities)
    {
        var words = new StringBuilder();
        int at = 0;
        foreach (string item in list.Items)
        {
            int found = list.Words.IndexOf(item, at, StringComparison.Ordinal);
            if (found < 0)
                continue;
            words.Append(list.Words, at, found - at).Append(entities.Meant(item)?.Name ?? item);
            at = found + item.Length;
        }
        return words.Append(list.Words, at, list.Words.Length - at).ToString();
    }

    /// <summary>The number of the last list before the question at hand that has a name to complete; 0 if there is none.</summary>
    public static int Last(OpenForm open, EntityDirectory entities)
    {
        ImmutableArray<Question> asked = FormWalk.Asked(open.Form, open.Session);
        int end = open.QuestionAtHand is { } question ? open.NumberOf(question.Id) : asked.Length;
        for (int number = end; number > 0; number--)
        {
            if (open.Session.Answer<Answer.List>(asked[number - 1].Id)?.Items.Any(item => entities.Meant(item) is not null) == true)
                return number;
        }
        return 0;
    }
}

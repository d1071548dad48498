using System.Collections.Immutable;
using AgaBot.Dialogs.Asking;
using AgaBot.Dialogs.Phrasing;
using AgaBot.Dialogs.Proposals;
using AgaBot.Plans;
using AgaBot.Plans.Suggestions;

namespace AgaBot.Dialogs.Advice;

/// <summary>What an author asks of the advice on their proposal: to hear no more of a suggestion, and how an evaluator would read it.</summary>
internal sealed class AdviceDesk(DialogForms forms, SuggestionRules rules)
{
    /// <param name="number">Of the question that the suggestion is about; null for all that are shown.</param>
    public Decision Ignore(Moment moment, int? number)
    {
        Words words = moment.Words;
        if (OpenDraft(moment) is not { } draft)
            return moment.Say(words["noForm"]);
        OpenForm open = forms.Of(draft, words);
        ImmutableArray<Suggestion> ignored =
        [
            .. rules
                .Suggest(new Written(draft.Session.Answers), draft.Ignored)
                .Where(one => number is null || open.NumberOf(one.QuestionId) == number),
        ];
        Notice notice = ignored.IsEmpty ? Notice.Problem(words["advice.noSuch"]) : new Notice(words["advice.ignored"]);
        Draft after = ignored.IsEmpty ? draft : draft with { Ignored = draft.Ignored.Union(ignored.Select(static one => one.RuleId)) };
        return (moment with { Memory = ProposalDrafts.Put(moment.Memory, after) }).Say(PlaceReply.Say(open, notice));
    }

    public Decision Preview(Moment moment) =>
        moment.Say(
            OpenDraft(moment) is { } draft
                ? EvaluatorPreview.Say(moment.Words, EvaluatorReading.Of(draft.Session.Answers, rules))
                : moment.Words["preview.noProposal"]
        );

    private static Draft? OpenDraft(Moment moment) =>
        moment.Talk.Walk is Walk.Proposing open ? ProposalDrafts.Find(moment.Memory, open.Draft) : null;
}

using System.Collections.Immutable;
using AgaBot.Dialogs.Asking;
using AgaBot.Dialogs.Phrasing;
using AgaBot.Dialogs.Proposals;
using AgaBot.Plans;
using AgaBot.Plans.Suggestions;

namespace AgaBot.Dialogs.Advice;

/// <summary>What an author asks of the advice on their proposal: to hear no more of a suggestion, and how an evaluator would read it.</summary>
internal sealed class AdviceHandler(DialogForms forms, SuggestionRules rules)
{
    /// <param name="number">Of the question that the suggestion is about; null for all that are shown.</param>
    public Decision Ignore(DialogContext context, int? number)
    {
        Words words = context.Words;
        if (OpenDraft(context) is not { } draft)
            return context.Say(words["noForm"]);
        OpenForm open = forms.Of(draft, words);
        ImmutableArray<Suggestion> ignored =
        [
            .. rules
                .Suggest(new ProposalText(draft.Session.Answers), draft.Ignored)
                .Where(one => number is null || open.NumberOf(one.QuestionId) == number),
        ];
        Notice notice = ignored.IsEmpty ? Notice.Problem(words["advice.noSuch"]) : new Notice(words["advice.ignored"]);
        Draft after = ignored.IsEmpty ? draft : draft with { Ignored = draft.Ignored.Union(ignored.Select(static one => one.RuleId)) };
        return (context with { State = ProposalDrafts.Put(context.State, after) }).Say(PlaceMessage.Say(open, notice));
    }

    public Decision Preview(DialogContext context) =>
        context.Say(
            OpenDraft(context) is { } draft
                ? EvaluatorPreview.Say(context.Words, EvaluatorAssessment.Of(draft.Session.Answers, rules))
                : context.Words["preview.noProposal"]
        );

    private static Draft? OpenDraft(DialogContext context) =>
        context.Conversation.ActiveForm is ActiveForm.Proposing open ? ProposalDrafts.Find(context.State, open.Draft) : null;
}

using System.Collections.Immutable;
using AgaBot.Dialogs.Asking;
using AgaBot.Dialogs.Commands;
using AgaBot.Dialogs.Drafting;
using AgaBot.Dialogs.Phrasing;
using AgaBot.Plans;
using AgaBot.Plans.Suggestions;

namespace AgaBot.Dialogs.Advice;

/// <summary><i>Ignorar 4</i>: the author dismisses a suggestion.</summary>
/// <param name="Number">Number of the question that the suggestion is about; null for every suggestion.</param>
internal sealed record IgnoreSuggestionCommand(int? Number) : Command, IHasPatterns
{
    /// <summary>While a question is asked, the words may be its answer.</summary>
    public override bool MayAnswer(OpenForm open) => open.QuestionAtHand is not null;

    public static IEnumerable<CommandPattern> Patterns =>
        [
            new CommandPattern.Bare("command.ignore", new IgnoreSuggestionCommand(Number: null)),
            new CommandPattern.WithNumber("command.ignore", static number => new IgnoreSuggestionCommand(number)),
        ];
}

internal sealed class IgnoreSuggestionHandler(ProposalForms forms, SuggestionRules rules) : ImmediateCommandHandler<IgnoreSuggestionCommand>
{
    protected override Decision Follow(DialogContext context, IgnoreSuggestionCommand command, OpenForm? _)
    {
        Words words = context.Words;
        if (ProposalDrafts.Open(context) is not { } draft)
            return context.Say(words["noForm"]);
        OpenForm open = forms.Of(draft, words);
        ImmutableArray<Suggestion> ignored =
        [
            .. rules
                .Suggest(new ProposalText(draft.Session.Answers), draft.Ignored)
                .Where(one => command.Number is null || open.NumberOf(one.QuestionId) == command.Number),
        ];
        Notice notice = ignored.IsEmpty ? Notice.Problem(words["advice.noSuch"]) : new Notice(words["advice.ignored"]);
        Draft after = ignored.IsEmpty ? draft : draft with { Ignored = draft.Ignored.Union(ignored.Select(static one => one.RuleId)) };
        return (context with { State = ProposalDrafts.Put(context.State, after) }).Say(PlaceMessage.Say(open, notice));
    }
}

/// <summary><i>Vista previa</i>: how an evaluator would read the current proposal.</summary>
internal sealed record PreviewProposalCommand : Command, IHasPatterns
{
    public static IEnumerable<CommandPattern> Patterns => [new CommandPattern.Bare("command.preview", new PreviewProposalCommand())];
}

internal sealed class PreviewProposalHandler(SuggestionRules rules) : ImmediateCommandHandler<PreviewProposalCommand>
{
    protected override Decision Follow(DialogContext context, PreviewProposalCommand command, OpenForm? open) =>
        Interruption.TellAtReview(
            context.Say(
                ProposalDrafts.Open(context) is { } draft
                    ? EvaluatorPreview.Say(context.Words, EvaluatorAssessment.Of(draft.Session.Answers, rules))
                    : context.Words["preview.noProposal"]
            ),
            open
        );
}

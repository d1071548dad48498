using System.Collections.Immutable;
using AgaBot.Dialogs.Asking;
using AgaBot.Dialogs.Drafting;
using AgaBot.Dialogs.Phrasing;
using AgaBot.Dialogs.Views;
using AgaBot.Plans;
using AgaBot.Plans.Public;
using AgaBot.Plans.Similar;
using AgaBot.Plans.Suggestions;
using AgaBot.Plans.Supporting;

namespace AgaBot.Dialogs.Advice;

/// <summary>
/// Adds suggestions and similar proposals to the review of a proposal. They ask no further question: <i>enviar</i> sends as before.
/// </summary>
internal sealed class ReviewAdvice(
    ProposalForms forms,
    SuggestionRules rules,
    SimilarProposals similar,
    IPublicProposals proposals,
    ProposalLabels labels
) : IDecisionRevision
{
    public async ValueTask<Decision> ReviseAsync(DialogContext context, Decision decision, CancellationToken cancellationToken)
    {
        if (decision.State.Conversation.ActiveForm is not Proposing walk)
            return decision;
        if (decision.Replies.LastOrDefault(static reply => reply.Card is ReviewView) is not { } review)
        {
            similar.Warm();
            return decision;
        }

        Words words = Words.Of(decision.State.Conversation.Language);
        Draft draft = ProposalDrafts.Find(decision.State, walk.Draft)!;
        var written = new ProposalText(draft.Session.Answers);
        ImmutableArray<Listing> like = await similar.NearestAsync(written, cancellationToken);
        ImmutableArray<AdviceLine> advice = [.. Advice(forms.Of(draft, words), written, draft.Ignored)];
        ImmutableArray<SimilarLine> lines = like.IsEmpty ? [] : await LinesAsync(words, like, decision, cancellationToken);
        return decision with
        {
            State = like.IsEmpty
                ? decision.State
                : decision.State with
                {
                    Conversation = decision.State.Conversation with { Listed = [.. like.Select(static one => one.Receipt)] },
                },
            Replies = decision.Replies.Replace(review, ReviewMessage.Add(words, review, advice, lines)),
        };
    }

    private IEnumerable<AdviceLine> Advice(OpenForm open, ProposalText written, ImmutableSortedSet<string> ignored)
    {
        foreach (Suggestion suggestion in rules.Suggest(written, ignored))
        {
            // A detail that the person was not asked for is not missed.
            if (open.Form.DetailsOnRequest && !open.Session.Answers.ContainsKey(suggestion.QuestionId))
                continue;
            int number = open.NumberOf(suggestion.QuestionId);
            yield return new AdviceLine(
                number,
                open.Words.Say($"suggestion.{suggestion.TextId}", Excerpt.Quote(suggestion.Words)),
                open.Words.Say("button.edit", number),
                open.Words.Say("button.ignore", number),
                $"{CommandWords.Name(open.Words, "command.ignore")} {number.ToString(open.Words.Culture)}"
            );
        }
    }

    /// <summary>
    /// A button names its proposal by the receipt number, because the numbers of the list may have changed by the time it is pressed.
    /// </summary>
    private async ValueTask<ImmutableArray<SimilarLine>> LinesAsync(
        Words words,
        ImmutableArray<Listing> like,
        Decision decision,
        CancellationToken cancellationToken
    )
    {
        ParticipantId author = decision.State.Participant.Id;
        ImmutableHashSet<ReceiptNumber> supported = await SupportedAsync(author, decision.PlanChanges, cancellationToken);
        var lines = ImmutableArray.CreateBuilder<SimilarLine>(like.Length);
        foreach (Listing one in like)
        {
            int number = lines.Count + 1;
            bool isSupported = supported.Contains(one.Receipt);
            string who = await labels.WhoAsync(words, one, author, cancellationToken);
            lines.Add(
                new SimilarLine(
                    words.Say("similar.name", number, one.Receipt, isSupported ? words.Say("support.yours", who) : who),
                    one.FirstWords,
                    isSupported || one.Author == author ? "" : words.Say("button.supportListed", number),
                    $"{CommandWords.Name(words, "command.support")} {one.Receipt}",
                    words.Say("button.addTo", number),
                    $"{CommandWords.Name(words, "command.addTo")} {one.Receipt}"
                )
            );
        }
        return lines.ToImmutable();
    }

    /// <summary>The proposals that the person supports once this turn is recorded.</summary>
    private async ValueTask<ImmutableHashSet<ReceiptNumber>> SupportedAsync(
        ParticipantId person,
        ImmutableArray<PlanChange> changes,
        CancellationToken cancellationToken
    ) =>
        [
            .. await proposals.SupportedByAsync(person, cancellationToken),
            .. changes.OfType<ProposalSupported>().Select(static change => change.Receipt),
        ];
}

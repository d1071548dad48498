using System.Collections.Immutable;
using System.Diagnostics;
using AgaBot.Dialogs.Commands;
using AgaBot.Dialogs.Drafting;
using AgaBot.Dialogs.Phrasing;
using AgaBot.Dialogs.Views;
using AgaBot.Plans;
using AgaBot.Plans.FormDefinitions;
using AgaBot.Plans.Public;
using AgaBot.Plans.Similar;
using AgaBot.Plans.Supporting;

namespace AgaBot.Dialogs.Supporting;

/// <summary>Finds, lists and supports other people's proposals.</summary>
internal sealed class Supports(
    IPublicProposals proposals,
    ISupportReview review,
    SupportPace pace,
    SimilarProposals similar,
    ProposalLabels labels
)
{
    private const int MostListed = 10;

    /// <summary>Lists the newest proposals to choose from.</summary>
    public async ValueTask<Decision> ListAsync(DialogContext context, CancellationToken cancellationToken)
    {
        Words words = context.Words;
        ImmutableArray<Listing> newest = await similar.NewestAsync(MostListed, cancellationToken);
        if (newest.IsEmpty)
            return context.Say(words["support.nothingYet"]);

        ImmutableArray<ReceiptNumber> supported = await proposals.SupportedByAsync(context.Participant.Id, cancellationToken);
        var lines = ImmutableArray.CreateBuilder<ProposalLine>(newest.Length);
        foreach (Listing one in newest)
            lines.Add(await LineAsync(context, one, lines.Count + 1, supported.Contains(one.Receipt), cancellationToken));
        string text = string.Join(
            '\n',
            (string[])
                [
                    words["support.list"],
                    .. lines.Select(
                        (line, index) =>
                            words.Say("list.numbered", index + 1, words.Say("proposals.line", line.Name, line.State, line.Words))
                    ),
                ]
        );
        return context
            .With(context.Conversation with { Listed = [.. newest.Select(static one => one.Receipt)] })
            .Say(
                new Reply(
                    text,
                    new ProposalsView
                    {
                        FallbackText = text,
                        Speak = words["support.list"],
                        Lang = words.Language,
                        Title = words["support.list"],
                        Lines =
                        [
                            .. lines.Select(static line =>
                                line with
                                {
                                    State = PlainInCards.Escape(line.State),
                                    Words = PlainInCards.Escape(line.Words),
                                }
                            ),
                        ],
                        MoreLabel = "",
                        MoreCommand = "",
                    }
                )
            );
    }

    /// <summary>Lists what the person supports, to choose what is taken back.</summary>
    public async ValueTask<Decision> ListOwnAsync(DialogContext context, CancellationToken cancellationToken)
    {
        Words words = context.Words;
        var lines = ImmutableArray.CreateBuilder<ProposalLine>();
        var listed = ImmutableArray.CreateBuilder<ReceiptNumber>();
        foreach (ReceiptNumber receipt in (await proposals.SupportedByAsync(context.Participant.Id, cancellationToken)).Take(MostListed))
        {
            if (await proposals.FindAsync(receipt, cancellationToken) is not { } proposal)
                continue;
            listed.Add(receipt);
            lines.Add(
                new ProposalLine(
                    receipt.ToString(),
                    "",
                    Excerpt.Quote(FirstWords.Of(proposal)),
                    words.Say("button.withdrawListed", listed.Count),
                    $"{CommandWords.Name(words, "command.withdrawSupport")} {receipt}"
                )
            );
        }
        if (lines.Count == 0)
            return context.Say(words["support.noneOfYours"]);
        string text = string.Join(
            '\n',
            (string[])
                [
                    words["support.whichToWithdraw"],
                    .. lines.Select((line, index) => words.Say("list.numbered", index + 1, $"{line.Name}: {line.Words}")),
                ]
        );
        return context
            .With(context.Conversation with { Listed = listed.ToImmutable() })
            .Say(
                new Reply(
                    text,
                    new ProposalsView
                    {
                        FallbackText = text,
                        Speak = words["support.whichToWithdraw"],
                        Lang = words.Language,
                        Title = words["support.whichToWithdraw"],
                        Lines = [.. lines.Select(static line => line with { Words = PlainInCards.Escape(line.Words) })],
                        MoreLabel = "",
                        MoreCommand = "",
                    }
                )
            );
    }

    /// <summary>Supports the proposal once consent is given.</summary>
    public async ValueTask<Decision> SupportAsync(DialogContext context, ReceiptNumber receipt, CancellationToken cancellationToken) =>
        await proposals.FindAsync(receipt, cancellationToken) is { } proposal
            ? await SupportAsync(context, proposal, cancellationToken)
            : context.Say(context.Words["support.noSuch"]);

    /// <summary>
    /// Gives the same reply if the person already supports the proposal: a turn that is decided again counts nothing twice and says the
    /// same.
    /// </summary>
    public async ValueTask<Decision> SupportAsync(DialogContext context, Proposal proposal, CancellationToken cancellationToken)
    {
        Words words = context.Words;
        if (proposal.Author == context.Participant.Id)
            return context.Say(words.Say("support.own", proposal.Receipt));
        bool isApart =
            await review.IsApartAsync(context.Participant.Id, proposal.Receipt, cancellationToken)
            ?? pace.IsTooFast(context.Turn.AddressBlock, hasProfile: context.Participant.Profile is not null);
        string quoted = Excerpt.Quote(FirstWords.Of(proposal));
        string said = isApart
            ? words.Say("support.apart", proposal.Receipt, quoted)
            : words.Say("support.done", proposal.Receipt, quoted, 1 + await CountOfOthersAsync(context, proposal, cancellationToken));
        return context.Say(said) with
        {
            PlanChanges = [new ProposalSupported(proposal.Receipt, context.Participant.Id) { IsApart = isApart }],
        };
    }

    public async ValueTask<int> CountOfOthersAsync(DialogContext context, Proposal proposal, CancellationToken cancellationToken) =>
        await proposals.CountSupportsAsync(proposal.Receipt, cancellationToken)
        - (await review.IsApartAsync(context.Participant.Id, proposal.Receipt, cancellationToken) is false ? 1 : 0);

    public async ValueTask<Proposal?> FindAsync(DialogContext context, ProposalPick pick, CancellationToken cancellationToken) =>
        pick switch
        {
            ProposalPick.Numbered numbered => await proposals.FindAsync(numbered.Receipt, cancellationToken),
            ProposalPick.Listed { Number: >= 1 and var number } when number <= context.Conversation.Listed.Length =>
                await proposals.FindAsync(context.Conversation.Listed[number - 1], cancellationToken),
            ProposalPick.Listed or ProposalPick.Mistyped => null,
            _ => throw new UnreachableException(),
        };

    private async ValueTask<ProposalLine> LineAsync(
        DialogContext context,
        Listing one,
        int number,
        bool isSupported,
        CancellationToken cancellationToken
    )
    {
        Words words = context.Words;
        string who = await labels.WhoAsync(words, one, context.Participant.Id, cancellationToken);
        int count = await proposals.CountSupportsAsync(one.Receipt, cancellationToken);
        string counted = count == 0 ? who : $"{who}, {words.Count("support.count", count)}";
        return new ProposalLine(
            one.Receipt.ToString(),
            isSupported ? words.Say("support.yours", counted) : counted,
            one.FirstWords,
            isSupported || one.Author == context.Participant.Id ? "" : words.Say("button.supportListed", number),
            $"{CommandWords.Name(words, "command.support")} {one.Receipt}"
        )
        {
            ReadLabel = words.Say("button.readListed", number),
            ReadCommand = $"{CommandWords.Name(words, "command.readProposal")} {one.Receipt}",
        };
    }
}

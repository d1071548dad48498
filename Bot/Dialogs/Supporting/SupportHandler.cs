using System.Collections.Immutable;
using System.Diagnostics;
using AgaBot.Dialogs.Asking;
using AgaBot.Dialogs.Commands;
using AgaBot.Dialogs.Phrasing;
using AgaBot.Dialogs.Proposals;
using AgaBot.Dialogs.Views;
using AgaBot.Forms.Walking;
using AgaBot.Plans;
using AgaBot.Plans.FormDefinitions;
using AgaBot.Plans.Public;
using AgaBot.Plans.Similar;
using AgaBot.Plans.Supporting;

namespace AgaBot.Dialogs.Supporting;

/// <summary><i>Apoyar</i> a proposal of somebody else, take that back, and <i>sumar</i> what one has written to it as an aporte.</summary>
internal sealed class SupportHandler(IPublicProposals proposals, SimilarProposals similar, ProposalLabels labels, ProposalWalk walk)
{
    private const int MostListed = 10;

    /// <summary>The newest proposals, to choose from.</summary>
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

    /// <summary>Supports at once whoever has consented; whoever has not is asked that first.</summary>
    public async ValueTask<Decision> SupportAsync(
        DialogContext context,
        ProposalPick pick,
        OpenForm? open,
        CancellationToken cancellationToken
    )
    {
        if (await FindAsync(context, pick, cancellationToken) is not { } proposal)
            return CommandDesk.Tell(context.Say(context.Words["support.noSuch"]), open);
        return context.Participant.ConsentedOn is null
            ? CommandDesk.Want(context, new PendingRequest.Support(proposal.Receipt), open)
            : CommandDesk.TellAtReview(await SupportAsync(context, proposal, cancellationToken), open);
    }

    /// <summary>Goes on once consent is given.</summary>
    public async ValueTask<Decision> SupportAsync(DialogContext context, ReceiptNumber receipt, CancellationToken cancellationToken) =>
        await proposals.FindAsync(receipt, cancellationToken) is { } proposal
            ? await SupportAsync(context, proposal, cancellationToken)
            : context.Say(context.Words["support.noSuch"]);

    public async ValueTask<Decision> WithdrawAsync(DialogContext context, ProposalPick pick, CancellationToken cancellationToken)
    {
        if (await FindAsync(context, pick, cancellationToken) is not { } proposal)
            return context.Say(context.Words["support.noSuch"]);
        int count = await CountOfOthersAsync(context, proposal, cancellationToken);
        return context.Say(context.Words.Say("support.withdrawn", proposal.Receipt, count)) with
        {
            PlanChanges = [new SupportWithdrawn(proposal.Receipt, context.Participant.Id)],
        };
    }

    /// <summary>Sends what stands at its review as an aporte to another proposal.</summary>
    public async ValueTask<Decision> AddAsync(DialogContext context, ProposalPick pick, OpenForm? open, CancellationToken cancellationToken)
    {
        if (context.Conversation.ActiveForm is not ActiveForm.Proposing proposing || open?.Session.At is not FormPosition.Review)
            return CommandDesk.Tell(context.Say(context.Words["addTo.notHere"]), open);
        return await FindAsync(context, pick, cancellationToken) is { } proposal
            ? walk.AddTo(context, ProposalDrafts.Find(context.State, proposing.Draft)!, proposal)
            : context.Say(PlaceMessage.Say(open, Notice.Problem(context.Words["support.noSuch"])));
    }

    /// <summary>The same words whether it was supported before or not: nothing is counted twice, and a turn decided again says the same.</summary>
    private async ValueTask<Decision> SupportAsync(DialogContext context, Proposal proposal, CancellationToken cancellationToken)
    {
        Words words = context.Words;
        if (proposal.Author == context.Participant.Id)
            return context.Say(words.Say("support.own", proposal.Receipt));
        int count = 1 + await CountOfOthersAsync(context, proposal, cancellationToken);
        return context.Say(words.Say("support.done", proposal.Receipt, Excerpt.Quote(FirstWords.Of(proposal)), count)) with
        {
            PlanChanges = [new ProposalSupported(proposal.Receipt, context.Participant.Id)],
        };
    }

    private async ValueTask<int> CountOfOthersAsync(DialogContext context, Proposal proposal, CancellationToken cancellationToken) =>
        await proposals.CountSupportsAsync(proposal.Receipt, cancellationToken)
        - ((await proposals.SupportedByAsync(context.Participant.Id, cancellationToken)).Contains(proposal.Receipt) ? 1 : 0);

    private async ValueTask<Proposal?> FindAsync(DialogContext context, ProposalPick pick, CancellationToken cancellationToken) =>
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
            $"{CommandVocabulary.Name(words, "command.support")} {one.Receipt}"
        );
    }
}

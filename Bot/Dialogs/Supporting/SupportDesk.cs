using System.Collections.Immutable;
using System.Diagnostics;
using AgaBot.Dialogs.Asking;
using AgaBot.Dialogs.Commands;
using AgaBot.Dialogs.Phrasing;
using AgaBot.Dialogs.Proposals;
using AgaBot.Dialogs.Views;
using AgaBot.Forms;
using AgaBot.Plans;
using AgaBot.Plans.Public;
using AgaBot.Plans.Similar;

namespace AgaBot.Dialogs.Supporting;

/// <summary><i>Apoyar</i> a proposal of somebody else, take that back, and <i>sumar</i> what one has written to it as an aporte.</summary>
internal sealed class SupportDesk(IPublicProposals proposals, SimilarProposals similar, ProposalLabels labels, ProposalWalk walk)
{
    private const int MostListed = 10;

    /// <summary>The newest proposals, to choose from.</summary>
    public async ValueTask<Decision> ListAsync(Moment moment, CancellationToken cancellationToken)
    {
        Words words = moment.Words;
        ImmutableArray<Listing> newest = await similar.NewestAsync(MostListed, cancellationToken);
        if (newest.IsEmpty)
            return moment.Say(words["support.nothingYet"]);

        ImmutableArray<ReceiptNumber> supported = await proposals.SupportedByAsync(moment.Participant.Id, cancellationToken);
        var lines = ImmutableArray.CreateBuilder<ProposalLine>(newest.Length);
        foreach (Listing one in newest)
            lines.Add(await LineAsync(moment, one, lines.Count + 1, supported.Contains(one.Receipt), cancellationToken));
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
        return moment
            .With(moment.Talk with { Listed = [.. newest.Select(static one => one.Receipt)] })
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
    public async ValueTask<Decision> SupportAsync(Moment moment, ProposalPick pick, OpenForm? open, CancellationToken cancellationToken)
    {
        if (await FindAsync(moment, pick, cancellationToken) is not { } proposal)
            return CommandDesk.Tell(moment.Say(moment.Words["support.noSuch"]), open);
        return moment.Participant.ConsentedOn is null
            ? CommandDesk.Want(moment, new Intention.Support(proposal.Receipt), open)
            : CommandDesk.TellAtReview(await SupportAsync(moment, proposal, cancellationToken), open);
    }

    /// <summary>Goes on once consent is given.</summary>
    public async ValueTask<Decision> SupportAsync(Moment moment, ReceiptNumber receipt, CancellationToken cancellationToken) =>
        await proposals.FindAsync(receipt, cancellationToken) is { } proposal
            ? await SupportAsync(moment, proposal, cancellationToken)
            : moment.Say(moment.Words["support.noSuch"]);

    public async ValueTask<Decision> WithdrawAsync(Moment moment, ProposalPick pick, CancellationToken cancellationToken)
    {
        if (await FindAsync(moment, pick, cancellationToken) is not { } proposal)
            return moment.Say(moment.Words["support.noSuch"]);
        int count = await CountOfOthersAsync(moment, proposal, cancellationToken);
        return moment.Say(moment.Words.Say("support.withdrawn", proposal.Receipt, count)) with
        {
            PlanChanges = [new PlanChange.SupportWithdrawn(proposal.Receipt, moment.Participant.Id)],
        };
    }

    /// <summary>Sends what stands at its review as an aporte to another proposal.</summary>
    public async ValueTask<Decision> AddAsync(Moment moment, ProposalPick pick, OpenForm? open, CancellationToken cancellationToken)
    {
        if (moment.Talk.Walk is not Walk.Proposing proposing || open?.Session.At is not Place.Review)
            return CommandDesk.Tell(moment.Say(moment.Words["addTo.notHere"]), open);
        return await FindAsync(moment, pick, cancellationToken) is { } proposal
            ? walk.AddTo(moment, ProposalDrafts.Find(moment.Memory, proposing.Draft)!, proposal)
            : moment.Say(PlaceReply.Say(open, Notice.Problem(moment.Words["support.noSuch"])));
    }

    /// <summary>The same words whether it was supported before or not: nothing is counted twice, and a turn decided again says the same.</summary>
    private async ValueTask<Decision> SupportAsync(Moment moment, Proposal proposal, CancellationToken cancellationToken)
    {
        Words words = moment.Words;
        if (proposal.Author == moment.Participant.Id)
            return moment.Say(words.Say("support.own", proposal.Receipt));
        int count = 1 + await CountOfOthersAsync(moment, proposal, cancellationToken);
        return moment.Say(words.Say("support.done", proposal.Receipt, Excerpt.Quote(FirstWords.Of(proposal)), count)) with
        {
            PlanChanges = [new PlanChange.ProposalSupported(proposal.Receipt, moment.Participant.Id)],
        };
    }

    private async ValueTask<int> CountOfOthersAsync(Moment moment, Proposal proposal, CancellationToken cancellationToken) =>
        await proposals.CountSupportsAsync(proposal.Receipt, cancellationToken)
        - ((await proposals.SupportedByAsync(moment.Participant.Id, cancellationToken)).Contains(proposal.Receipt) ? 1 : 0);

    private async ValueTask<Proposal?> FindAsync(Moment moment, ProposalPick pick, CancellationToken cancellationToken) =>
        pick switch
        {
            ProposalPick.Numbered numbered => await proposals.FindAsync(numbered.Receipt, cancellationToken),
            ProposalPick.Listed { Number: >= 1 and var number } when number <= moment.Talk.Listed.Length => await proposals.FindAsync(
                moment.Talk.Listed[number - 1],
                cancellationToken
            ),
            ProposalPick.Listed or ProposalPick.Mistyped => null,
            _ => throw new UnreachableException(),
        };

    private async ValueTask<ProposalLine> LineAsync(
        Moment moment,
        Listing one,
        int number,
        bool isSupported,
        CancellationToken cancellationToken
    )
    {
        Words words = moment.Words;
        string who = await labels.WhoAsync(words, one, moment.Participant.Id, cancellationToken);
        int count = await proposals.CountSupportsAsync(one.Receipt, cancellationToken);
        string counted = count == 0 ? who : $"{who}, {words.Count("support.count", count)}";
        return new ProposalLine(
            one.Receipt.ToString(),
            isSupported ? words.Say("support.yours", counted) : counted,
            one.FirstWords,
            isSupported || one.Author == moment.Participant.Id ? "" : words.Say("button.supportListed", number),
            $"{CommandVocabulary.Name(words, "command.support")} {one.Receipt}"
        );
    }
}

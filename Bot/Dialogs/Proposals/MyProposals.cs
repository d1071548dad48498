using System.Collections.Immutable;
using AgaBot.Dialogs.Drafting;
using AgaBot.Dialogs.Phrasing;
using AgaBot.Dialogs.Views;
using AgaBot.Forms;
using AgaBot.Plans;
using AgaBot.Plans.FormDefinitions;
using AgaBot.Plans.Mesas;
using AgaBot.Plans.Public;

namespace AgaBot.Dialogs.Proposals;

/// <summary><i>Mis fichas</i>: the person's drafts, then their sent proposals, each newest first, a page at a time.</summary>
internal sealed class MyProposals(ProposalForms forms, IPlanRecords records, IPublicProposals everybodys, IMesas mesas)
{
    private const int PageSize = 20;

    public async ValueTask<Decision> ListAsync(DialogContext context, CancellationToken cancellationToken)
    {
        ImmutableArray<Draft> drafts = ProposalDrafts.Listed(context.State);
        ProposalPage page = await records.ByAuthorAsync(context.Participant.Id, PageSize - drafts.Length, after: null, cancellationToken);
        ImmutableArray<ProposalLine> ofGroups = await OfGroupsAsync(context, page, cancellationToken);
        if (drafts.IsEmpty && page.Proposals.IsEmpty && ofGroups.IsEmpty)
            return context.Say(context.Words["proposals.none"]);
        return Say(
            context,
            [
                .. drafts.Select((draft, index) => Line(context.Words, draft, index + 1)),
                .. await LinesAsync(context.Words, page.Proposals, cancellationToken),
                .. ofGroups,
            ],
            page.Next
        );
    }

    public async ValueTask<Decision> MoreAsync(DialogContext context, CancellationToken cancellationToken)
    {
        if (context.Conversation.MoreAfter is not { } after)
            return context.Say(context.Words["proposals.noMore"]);
        ProposalPage page = await records.ByAuthorAsync(context.Participant.Id, PageSize, after, cancellationToken);
        return Say(
            context,
            [
                .. await LinesAsync(context.Words, page.Proposals, cancellationToken),
                .. await OfGroupsAsync(context, page, cancellationToken),
            ],
            page.Next
        );
    }

    /// <summary>After the person's own proposals: those sent by mesas at which the person took a seat.</summary>
    private async ValueTask<ImmutableArray<ProposalLine>> OfGroupsAsync(
        DialogContext context,
        ProposalPage last,
        CancellationToken cancellationToken
    )
    {
        if (last.Next is not null)
            return [];
        var lines = ImmutableArray.CreateBuilder<ProposalLine>();
        foreach (Mesa mesa in await mesas.SeatsOfAsync(context.Participant.Id, cancellationToken))
        {
            ImmutableArray<Proposal> sent = await mesas.ProposalsOfAsync(mesa.Id, PageSize, cancellationToken);
            lines.AddRange(
                await LinesAsync(context.Words, [.. sent.Where(proposal => proposal.Author != context.Participant.Id)], cancellationToken)
            );
        }
        return lines.ToImmutable();
    }

    private static Decision Say(DialogContext context, ImmutableArray<ProposalLine> lines, ProposalCursor? next)
    {
        Words words = context.Words;
        string title = words["proposals.title"];
        string more = next is null ? "" : words["proposals.more"];
        string text = string.Join(
            '\n',
            (string[])[title, .. lines.Select(line => InWords(words, line)), .. more.Length > 0 ? [more] : Array.Empty<string>()]
        );
        return context
            .With(context.Conversation with { MoreAfter = next })
            .Say(
                new Reply(
                    text,
                    new ProposalsView
                    {
                        FallbackText = text,
                        Speak = title,
                        Lang = words.Language,
                        Title = title,
                        Lines = [.. lines.Select(line => line with { Words = PlainInCards.Escape(line.Words) })],
                        MoreLabel = next is null ? "" : words["button.more"],
                        MoreCommand = CommandWords.Name(words, "command.more"),
                    }
                )
            );
    }

    private static string InWords(Words words, ProposalLine line) =>
        line.ActionCommand.Length == 0
            ? words.Say("proposals.line", line.Name, line.State, line.Words)
            : words.Say("proposals.draftLine", line.Name, line.State, line.Words, line.ActionCommand);

    private ProposalLine Line(Words words, Draft draft, int number)
    {
        Form form = forms.Of(draft.Kind);
        int answered = form.Questions.Count(question => draft.Session.Answers.ContainsKey(question.Id));
        return new ProposalLine(
            words["proposals.draft"],
            OfMesa(words, draft.Mesa, words.Say($"proposals.draftState.{Kind(draft.Kind)}", answered, form.Questions.Length)),
            OrNone(words, FirstWords.Of(draft)),
            words["button.resume"],
            $"{CommandWords.Name(words, "command.resume")} {number.ToString(words.Culture)}"
        );
    }

    private async ValueTask<ImmutableArray<ProposalLine>> LinesAsync(
        Words words,
        ImmutableArray<Proposal> proposals,
        CancellationToken cancellationToken
    )
    {
        int[] supports = await Task.WhenAll(
            proposals.Select(proposal => everybodys.CountSupportsAsync(proposal.Receipt, cancellationToken).AsTask())
        );
        return [.. proposals.Select((proposal, index) => Line(words, proposal, supports[index]))];
    }

    /// <summary>A sent proposal with the number of its supporters and the proposal that it was added to, if any.</summary>
    private static ProposalLine Line(Words words, Proposal proposal, int supports) =>
        new(
            proposal.Receipt.ToString(),
            string.Join(
                ", ",
                (string[])
                    [
                        OfMesa(
                            words,
                            proposal.Mesa,
                            words.Say(
                                $"proposals.submittedState.{Kind(proposal.Kind)}",
                                DatePhrases.Day(words, LimaCalendar.DayOf(proposal.SubmittedAt))
                            )
                        ),
                        .. proposal.AddsTo is { } other ? [words.Say("proposals.addsTo", other)] : Array.Empty<string>(),
                        .. proposal.HiddenBecause is { } reason ? [words.Say("proposals.hidden", reason)] : Array.Empty<string>(),
                        .. supports > 0 ? [words.Count("support.count", supports)] : Array.Empty<string>(),
                    ]
            ),
            OrNone(words, FirstWords.Of(proposal)),
            ActionLabel: "",
            ActionCommand: ""
        );

    private static string OfMesa(Words words, MesaRef? mesa, string state) =>
        mesa is null ? state : words.Say("proposals.ofMesa", mesa.Number, state);

    private static string Kind(ProposalKind kind) =>
        kind switch
        {
            ProposalKind.Ficha => "ficha",
            ProposalKind.Aporte => "aporte",
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        };

    private static string OrNone(Words words, string firstWords) => firstWords.Length == 0 ? words["proposals.noWords"] : firstWords;
}

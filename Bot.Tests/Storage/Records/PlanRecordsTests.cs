using System.Collections.Immutable;
using System.Globalization;
using AgaBot.Forms;
using AgaBot.Forms.Dates;
using AgaBot.Plans;
using AgaBot.Plans.FormDefinitions;
using AgaBot.Tests.Plans;

namespace AgaBot.Tests.Storage.Records;

public sealed class PlanRecordsTests : RecordsTests
{
    private static readonly ParticipantId Ana = new("ana");

    [Fact]
    public async Task A_submitted_proposal_reads_back_as_it_was()
    {
        Proposal proposal = await Submit(Ana, 1);

        Proposal? found = await RecordsOf(SmallPlan.Plan).FindAsync(proposal.Id, None);

        Assert.Equal(proposal, found! with { Answers = proposal.Answers });
        Assert.Equal(proposal.Answers, found.Answers);
    }

    [Fact]
    public async Task A_draft_is_no_proposal_yet()
    {
        var id = new ProposalId("borrador");
        await LedgerOf(SmallPlan.Plan).ApplyAsync(new DraftPlaced(id, ProposalKind.Ficha, Ana, null), Day, None);

        Assert.Null(await RecordsOf(SmallPlan.Plan).FindAsync(id, None));
    }

    [Fact]
    public async Task Ones_proposals_come_newest_first_a_page_at_a_time()
    {
        for (int number = 1; number <= 5; number++)
            await Submit(Ana, number);

        ProposalPage first = await Page(Ana, null);
        ProposalPage second = await Page(Ana, first.Next);
        ProposalPage third = await Page(Ana, second.Next);

        Assert.Equal(["5", "4"], first.Proposals.Select(proposal => proposal.Id.Value));
        Assert.Equal(["3", "2"], second.Proposals.Select(proposal => proposal.Id.Value));
        Assert.Equal(["1"], third.Proposals.Select(proposal => proposal.Id.Value));
        Assert.Null(third.Next);
    }

    [Fact]
    public async Task A_page_that_is_just_full_is_the_last()
    {
        await Submit(Ana, 1);
        await Submit(Ana, 2);

        Assert.Null((await Page(Ana, null)).Next);
    }

    [Fact]
    public async Task Nobody_sees_the_proposals_of_somebody_whose_id_begins_with_theirs()
    {
        await Submit(new ParticipantId("ana:otra"), 1);

        Assert.Empty((await Page(Ana, null)).Proposals);
    }

    [Fact]
    public async Task An_id_of_any_length_has_its_place()
    {
        var longest = new ParticipantId(new string('x', 2_000));
        await Submit(longest, 1);

        Assert.Single((await Page(longest, null)).Proposals);
    }

    private Task<ProposalPage> Page(ParticipantId author, ProposalCursor? after) =>
        RecordsOf(SmallPlan.Plan).ByAuthorAsync(author, 2, after, None).AsTask();

    private async Task<Proposal> Submit(ParticipantId author, int number)
    {
        var id = new ProposalId(number.ToString(CultureInfo.InvariantCulture));
        var proposal = new Proposal(
            id,
            ProposalKind.Ficha,
            ReceiptNumber.Draw(id, 0),
            author,
            "seguras",
            ImmutableSortedDictionary
                .Create<string, Answer>(StringComparer.Ordinal)
                .Add(FichaForm.Propuesta, new Answer.Text("· Línea uno\n· «línea» dos 🙂"))
                .Add(FichaForm.Cumplimiento, new Answer.When(PlanDate.AsWords("cuando se pueda"))),
            Day.AddMinutes(number),
            ProposalState.Submitted
        );
        Assert.IsType<ChangeOutcome.Applied>(await LedgerOf(SmallPlan.Plan).ApplyAsync(new ProposalSubmitted(proposal), Day, None));
        return proposal;
    }
}

using System.Collections.Immutable;
using System.Text;
using AgaBot.Forms;
using AgaBot.Plans;
using AgaBot.Plans.FormDefinitions;
using AgaBot.Storage;
using AgaBot.Storage.Auditing;
using AgaBot.Storage.Records;
using AgaBot.Storage.Records.Changes;
using AgaBot.Storage.Shapes;
using AgaBot.Tests.Plans;
using AgaBot.Turns.Persistence;

namespace AgaBot.Tests.Storage.Records;

public sealed class PlanLedgerTests : RecordsTests
{
    private static readonly ParticipantId Ana = new("webchat|ana");
    private static readonly ParticipantId Beto = new("webchat|beto");
    private static readonly ProposalId First = new("ficha-1");

    [Fact]
    public async Task A_draft_is_counted_under_its_component()
    {
        await Apply(Placed(First, "seguras"));

        Assert.Equal(PlanCounts.Of("seguras", new ComponentCount(1, 0, 0)), await Counts());
    }

    [Fact]
    public async Task A_draft_that_changes_its_component_moves_and_is_counted_once()
    {
        await Apply(Placed(First, null));
        await Apply(Placed(First, "seguras"));
        await Apply(Placed(First, "servicios"));

        Assert.Equal(PlanCounts.Of("servicios", new ComponentCount(1, 0, 0)), await Counts());
    }

    [Fact]
    public async Task A_submitted_draft_is_a_ficha_and_no_draft()
    {
        await Apply(Placed(First, "seguras"));
        await Apply(Submitted(First, "servicios"));

        Assert.Equal(PlanCounts.Of("servicios", new ComponentCount(0, 1, 0)), await Counts());
    }

    [Fact]
    public async Task An_aporte_is_counted_under_nothing_until_it_is_attached()
    {
        await Apply(Submitted(First, null, ProposalKind.Aporte));

        Assert.Equal(PlanCounts.Of("", new ComponentCount(0, 0, 1)), await Counts());
    }

    [Fact]
    public async Task A_discarded_draft_is_counted_no_more()
    {
        await Apply(Placed(First, "seguras"));
        await Apply(new DraftDiscarded(First, Ana));

        Assert.Equal(PlanCounts.None, await Counts());
    }

    [Fact]
    public async Task A_draft_placed_late_does_not_come_back()
    {
        await Apply(Placed(First, "seguras"));
        await Apply(new DraftDiscarded(First, Ana));
        await Apply(Placed(First, "servicios"));

        Assert.Equal(PlanCounts.None, await Counts());
    }

    [Fact]
    public async Task A_ficha_placed_late_stays_a_ficha()
    {
        await Apply(Submitted(First, "seguras"));
        await Apply(Placed(First, "servicios"));
        await Apply(new DraftDiscarded(First, Ana));

        Assert.Equal(PlanCounts.Of("seguras", new ComponentCount(0, 1, 0)), await Counts());
    }

    [Fact]
    public async Task A_corrected_profile_is_counted_where_it_belongs_now()
    {
        await Apply(new ParticipantRegistered(Ana, "regional", null));
        await Apply(new ParticipantRegistered(Ana, "academia", Gender.Woman));

        Assert.Equal(PlanCounts.Of(new ParticipantGroup("academia", Gender.Woman), 1), await Counts());
    }

    [Fact]
    public async Task Each_change_made_twice_is_counted_once_and_audited_once()
    {
        PlanChange[] changes =
        [
            new ParticipantRegistered(Ana, "regional", Gender.Woman),
            Placed(First, null),
            Placed(First, "seguras"),
            Submitted(First, "seguras"),
            new RoleGranted(Ana, Role.Coordinator),
        ];

        foreach (PlanChange change in changes)
        {
            await Apply(change);
            await Apply(change);
        }

        Assert.Equal(OneWoman.Plus(PlanCounts.Of("seguras", new ComponentCount(0, 1, 0))), await Counts());
        Assert.Equal(changes.Length, (await RowsAsync("plan:prueba", RowKeys.AuditEntries)).Length);
    }

    [Fact]
    public async Task A_change_whose_answer_was_lost_is_repaired_by_applying_it_again()
    {
        foreach (
            PlanChange change in new PlanChange[]
            {
                Placed(First, "seguras"),
                Submitted(First, "seguras"),
                new ParticipantRegistered(Ana, "regional", Gender.Woman),
            }
        )
        {
            Faulty.AnswersToLose = 1;
            await Assert.ThrowsAsync<StoreUnavailableException>(() => Apply(change));
            Assert.IsType<ChangeOutcome.Applied>(await Apply(change));
        }

        Assert.Equal(OneWoman.Plus(PlanCounts.Of("seguras", new ComponentCount(0, 1, 0))), await Counts());
        Assert.Equal(3, (await RowsAsync("plan:prueba", RowKeys.AuditEntries)).Length);
    }

    [Fact]
    public async Task A_receipt_number_of_another_proposal_is_taken()
    {
        ProposalSubmitted first = Submitted(First, "seguras");
        await Apply(first);

        ChangeOutcome second = await Apply(new ProposalSubmitted(first.Proposal with { Id = new ProposalId("ficha-2"), Author = Beto }));

        Assert.IsType<ChangeOutcome.ReceiptTaken>(second);
        Assert.Equal(PlanCounts.Of("seguras", new ComponentCount(0, 1, 0)), await Counts());
    }

    [Fact]
    public async Task A_proposal_that_is_in_under_a_later_number_is_led_to_that_number()
    {
        Proposal proposal = Submitted(First, "seguras").Proposal;
        ReceiptNumber second = ReceiptNumber.Draw(First, 1);
        await Apply(new ProposalSubmitted(proposal with { Receipt = second }));

        Assert.IsType<ChangeOutcome.ReceiptTaken>(await Apply(new ProposalSubmitted(proposal)));
        Assert.IsType<ChangeOutcome.Applied>(await Apply(new ProposalSubmitted(proposal with { Receipt = second })));
    }

    [Fact]
    public async Task Another_authors_draft_cannot_be_thrown_away()
    {
        await Apply(Placed(First, "seguras"));

        await Assert.ThrowsAsync<InvalidOperationException>(() => Apply(new DraftDiscarded(First, Beto)));
    }

    [Fact]
    public async Task Whoever_meets_another_writer_reads_again()
    {
        Faulty.Conflicts = 3;

        await Apply(Placed(First, "seguras"));

        Assert.Equal(PlanCounts.Of("seguras", new ComponentCount(1, 0, 0)), await Counts());
    }

    [Fact]
    public async Task Whoever_always_meets_another_writer_says_so_in_the_end()
    {
        Faulty.Conflicts = int.MaxValue;

        await Assert.ThrowsAsync<StoreUnavailableException>(() => Apply(Placed(First, "seguras")));
    }

    [Fact]
    public async Task Two_ledgers_that_write_at_once_lose_nothing()
    {
        await Task.WhenAll(
            Enumerable
                .Range(0, 40)
                .Select(number =>
                    LedgerOf(SmallPlan.Plan)
                        .ApplyAsync(new ParticipantRegistered(new ParticipantId($"p{number}"), "regional", null), Day, None)
                        .AsTask()
                )
        );

        Assert.Equal(PlanCounts.Of(new ParticipantGroup("regional", null), 40), await Counts());
    }

    [Fact]
    public async Task Two_processes_that_write_in_turn_lose_nothing_and_keep_one_chain()
    {
        PlanLedger[] processes = [LedgerOf(SmallPlan.Plan), LedgerOf(SmallPlan.Plan)];

        for (int number = 0; number < 12; number++)
            await processes[number / 2 % 2].ApplyAsync(Placed(new ProposalId($"ficha-{number}"), "seguras"), Day, None);

        Assert.Equal(PlanCounts.Of("seguras", new ComponentCount(12, 0, 0)), await Counts());
        Assert.Equal(12, (await RowsAsync("plan:prueba", RowKeys.AuditEntries)).Length);
        Assert.Empty((await new AuditVerification((IEntityScan)Store).RunAsync(seal: null, None)).Broken);
    }

    [Fact]
    public async Task The_audit_log_says_who_did_what_and_when_but_not_what_was_answered()
    {
        await Apply(Submitted(First, "seguras"));

        string row = Encoding.UTF8.GetString(Assert.Single(await RowsAsync("plan:prueba", RowKeys.AuditEntries)).Value.Span);
        string name = StoredRow.Read(Assert.Single(await RowsAsync("plan:prueba", RowKeys.Aliases)), StoredRow.Json.StoredAlias).Name;
        Assert.StartsWith(
            """{"v":1,"n":1"""
                + $$""","what":"proposal-submitted","subject":"ficha-1","who":"{{name}}","revision":1"""
                + ""","at":"2016-05-11T09:00:00-05:00","hash":""",
            row,
            StringComparison.Ordinal
        );
    }

    private static ProposalSubmitted Submitted(ProposalId id, string? component, ProposalKind kind = ProposalKind.Ficha) =>
        new(
            new Proposal(
                id,
                kind,
                ReceiptNumber.Draw(id, 0),
                Ana,
                component,
                ImmutableSortedDictionary
                    .Create<string, Answer>(StringComparer.Ordinal)
                    .Add(FichaForm.Propuesta, new Answer.Text("Agua segura")),
                Day,
                ProposalState.Submitted
            )
        );

    private static DraftPlaced Placed(ProposalId id, string? component) => new(id, ProposalKind.Ficha, Ana, component);

    private static PlanCounts OneWoman => PlanCounts.Of(new ParticipantGroup("regional", Gender.Woman), 1);

    private Task<ChangeOutcome> Apply(PlanChange change) => LedgerOf(SmallPlan.Plan).ApplyAsync(change, Day, None).AsTask();

    private Task<PlanCounts> Counts() => RecordsOf(SmallPlan.Plan).CountsAsync(None).AsTask();
}

using System.Collections.Immutable;
using AgaBot.Forms;
using AgaBot.Plans;
using AgaBot.Plans.Mesas;
using AgaBot.Reports.Recounts;
using AgaBot.Storage.Records.Erasures;
using AgaBot.Storage.Records.Linking;
using AgaBot.Storage.Records.Mesas;
using AgaBot.Storage.Records.Recounts;
using AgaBot.Tests.Plans;
using AgaBot.Turns.Persistence;
using CsCheck;

namespace AgaBot.Tests.Storage.Records;

/// <summary>Every person at a mesa is counted once, whatever happens to the mesa.</summary>
public sealed class MesaLedgerTests : RecordsTests
{
    private static readonly ParticipantId Facilitator = new("facilitadora");
    private static readonly ParticipantId Ana = new("ana");
    private static readonly MesaId First = new("mesa-1");
    private static readonly ParticipantGroup Women = new("academia", Gender.Woman);
    private static readonly ParticipantGroup Men = new("academia", Gender.Man);

    [Fact]
    public async Task The_people_of_a_mesa_count_once_however_often_it_is_opened()
    {
        await Apply(Opened(First, 1, women: 3, men: 2));
        await Apply(Opened(First, 1, women: 3, men: 2) with { CodeHash = "otro" });

        Assert.Equal(Figures(3, 2), await Counts());
        Assert.Equal(First, (await Mesas().FindByCodeAsync("código", None))!.Id);
        Assert.Equal(First, (await Mesas().FindByCodeAsync("otro", None))!.Id);
    }

    [Fact]
    public async Task Two_mesas_opened_at_once_do_not_share_a_number()
    {
        await Apply(Opened(First, 1, women: 1, men: 0));

        Assert.IsType<ChangeOutcome.Outdated>(await Apply(Opened(new MesaId("mesa-2"), 1, women: 5, men: 0)));
        Assert.Equal(2, await Mesas().NextNumberAsync(None));
        Assert.Equal(Figures(1, 0), await Counts());
    }

    [Fact]
    public async Task A_corrected_attendance_moves_the_figures_at_once()
    {
        await Apply(Opened(First, 1, women: 3, men: 2));
        await Apply(new MesaCorrected(First, People(women: 1, men: 4), Facilitator));

        Assert.Equal(Figures(1, 4), await Counts());
        Assert.Empty(await DriftsAsync(SmallPlan.Plan));
    }

    [Fact]
    public async Task A_mesa_that_is_closed_stays_counted()
    {
        await Apply(Opened(First, 1, women: 3, men: 2));
        await Apply(new MesaClosed(First, Facilitator));

        Assert.Equal(Figures(3, 2), await Counts());
        Assert.False((await Mesas().FindAsync(First, None))!.IsOpen(Day));
    }

    [Fact]
    public async Task Who_claims_a_seat_is_counted_as_themself_and_no_more_with_the_mesa()
    {
        await Apply(Opened(First, 1, women: 3, men: 2));
        await RegisterAsync(Ana);
        await Apply(new SeatClaimed(First, Women, Ana));
        await Apply(new SeatClaimed(First, Women, Ana));

        Assert.Equal(Figures(3, 2), await Counts());
        Mesa mesa = (await Mesas().FindAsync(First, None))!;
        Assert.Equal((5, 4), (mesa.Attendance.People, mesa.Anonymous.People));
        Assert.Equal(First, Assert.Single(await Mesas().SeatsOfAsync(Ana, None)).Id);
        Assert.Empty(await DriftsAsync(SmallPlan.Plan));
    }

    [Fact]
    public async Task The_last_seat_is_taken_once()
    {
        await Apply(Opened(First, 1, women: 1, men: 0));
        await RegisterAsync(Ana);
        await RegisterAsync(new ParticipantId("eva"));
        await Apply(new SeatClaimed(First, Women, Ana));

        Assert.IsType<ChangeOutcome.Outdated>(await Apply(new SeatClaimed(First, Women, new ParticipantId("eva"))));
    }

    [Fact]
    public async Task A_closed_mesa_gives_no_seat_away()
    {
        await Apply(Opened(First, 1, women: 1, men: 0));
        await RegisterAsync(Ana);
        await Apply(new MesaClosed(First, Facilitator));

        Assert.IsType<ChangeOutcome.Outdated>(await Apply(new SeatClaimed(First, Women, Ana)));
    }

    [Fact]
    public async Task A_correction_takes_nobodys_seat_away()
    {
        await Apply(Opened(First, 1, women: 2, men: 0));
        await RegisterAsync(Ana);
        await Apply(new SeatClaimed(First, Women, Ana));

        Assert.IsType<ChangeOutcome.Outdated>(await Apply(new MesaCorrected(First, People(women: 0, men: 2), Facilitator)));
        Assert.Equal(Figures(2, 0), await Counts());
    }

    [Fact]
    public async Task What_a_mesa_sends_names_the_group_and_is_found_by_it()
    {
        await Apply(Opened(First, 1, women: 3, men: 2));
        await Apply(new ProposalSubmitted(Sent()));

        Proposal kept = Assert.Single(await Mesas().ProposalsOfAsync(First, 20, None));
        Assert.Equal((new MesaRef(First, 1, 5), Facilitator), (kept.Mesa!, kept.Author));
    }

    [Fact]
    public async Task Of_two_who_are_one_and_both_took_a_seat_one_is_given_back()
    {
        await Apply(Opened(First, 1, women: 3, men: 2));
        foreach (ParticipantId who in (ParticipantId[])[Ana, new ParticipantId("ana en casa")])
        {
            await RegisterAsync(who);
            await Apply(new SeatClaimed(First, Women, who));
        }

        await new LinkLedger(Store, SmallPlan.Plan, TimeProvider.System).MoveAsync(new ParticipantId("ana en casa"), Ana, [], Day, None);

        Assert.Equal(Figures(3, 2), await Counts());
        Assert.Equal(1, (await Mesas().FindAsync(First, None))!.Claimed.People);
        Assert.Empty(await DriftsAsync(SmallPlan.Plan));
    }

    [Fact]
    public async Task Who_is_erased_leaves_the_figures_and_no_trace_at_the_mesa()
    {
        await Apply(Opened(First, 1, women: 3, men: 2));
        await RegisterAsync(Ana);
        await Apply(new SeatClaimed(First, Women, Ana));
        await Apply(new ProposalSubmitted(Sent()));

        var erasure = new ErasureLedger(Store, SmallPlan.Plan, TimeProvider.System);
        await erasure.EraseAsync([Ana], [], "uno", Day, None);
        await erasure.EraseAsync([Facilitator], [], "dos", Day, None);

        Assert.Equal(Figures(3, 2), (await Counts()) with { Components = PlanCounts.None.Components });
        Assert.Empty(await RowsAsync("plan:prueba", "ts:"));
        Assert.Equal(ParticipantId.Nobody, (await Mesas().FindAsync(First, None))!.Facilitator);
        Assert.Equal(new MesaRef(First, 1, 5), Assert.Single(await Mesas().ProposalsOfAsync(First, 20, None)).Mesa);
        Assert.Empty(await DriftsAsync(SmallPlan.Plan));
    }

    private static readonly Gen<Attendance> GenPeople = Gen.Select(Gen.Int[0, 3], Gen.Int[0, 3])
        .Where(count => count.Item1 + count.Item2 > 0)
        .Select((women, men) => People(women, men));

    private static readonly Gen<PlanChange> GenChange = Gen.OneOf(
        GenPeople.Select(people => (PlanChange)new MesaCorrected(First, people, Facilitator)),
        Gen.Select(Gen.Int[0, 3], Gen.Bool)
            .Select((person, woman) => (PlanChange)new SeatClaimed(First, woman ? Women : Men, Person(person))),
        Gen.Select(Gen.Int[0, 3], Gen.Bool)
            .Select(
                (person, woman) => (PlanChange)new ParticipantRegistered(Person(person), "academia", woman ? Gender.Woman : Gender.Man)
            ),
        Gen.Int[0, 9].Select(number => (PlanChange)new MesaCodeDrawn(First, $"c{number}", Facilitator)),
        Gen.Const((PlanChange)new MesaClosed(First, Facilitator))
    );

    [Fact]
    public Task Whatever_happens_at_a_mesa_there_is_no_drift() =>
        Gen.Select(GenPeople, Gen.Select(GenChange, Gen.Bool).List[0, 15], Gen.Int[0, 3], Gen.Int[0, 3])
            .SampleAsync(
                async (people, steps, linked, erased) =>
                {
                    Plan plan = FreshPlan();
                    var opened = new MesaOpened(new Mesa(First, 1, Facilitator, people, Attendance.Nobody, Day, null), "c");
                    await LedgerOf(plan).ApplyAsync(opened, Day, None);
                    foreach ((PlanChange change, bool answerIsLost) in steps)
                    {
                        Faulty.AnswersToLose = answerIsLost ? 1 : 0;
                        try
                        {
                            await LedgerOf(plan).ApplyAsync(change, Day, None);
                        }
                        catch (StoreUnavailableException)
                        {
                            // Expected; the change is applied again.
                        }
                        Faulty.AnswersToLose = 0;
                        await LedgerOf(plan).ApplyAsync(change, Day, None);
                    }
                    if (linked > 0)
                        await new LinkLedger(Store, plan, TimeProvider.System).MoveAsync(Person(linked), Person(0), [], Day, None);
                    await new ErasureLedger(Store, plan, TimeProvider.System).EraseAsync([Person(erased)], [], "borrado", Day, None);

                    Assert.Empty(await DriftsAsync(plan));
                },
                iter: 60,
                threads: 1
            );

    private static ParticipantId Person(int number) => new($"p{number}");

    private static Attendance People(int women, int men) =>
        Attendance.From([KeyValuePair.Create(Women, women), KeyValuePair.Create(Men, men)]);

    private static PlanCounts Figures(int women, int men) => People(women, men).ToCounts();

    private static MesaOpened Opened(MesaId id, int number, int women, int men) =>
        new(new Mesa(id, number, Facilitator, People(women, men), Attendance.Nobody, Day, ClosedAt: null), "código");

    private static Proposal Sent() =>
        new(
            new ProposalId("ficha"),
            ProposalKind.Ficha,
            ReceiptNumber.Draw(new ProposalId("ficha"), 0),
            Facilitator,
            "seguras",
            ImmutableSortedDictionary<string, Answer>.Empty,
            Day,
            ProposalState.Submitted
        )
        {
            Mesa = new MesaRef(First, 1, 5),
        };

    private Task<ChangeOutcome> RegisterAsync(ParticipantId who) => Apply(new ParticipantRegistered(who, "academia", Gender.Woman));

    private Task<ChangeOutcome> Apply(PlanChange change) => LedgerOf(SmallPlan.Plan).ApplyAsync(change, Day, None).AsTask();

    /// <summary>The people of the mesa and the participants together, as <i>avance</i> shows them.</summary>
    private async Task<PlanCounts> Counts() => await RecordsOf(SmallPlan.Plan).CountsAsync(None);

    private MesaRecords Mesas() => new(Store, SmallPlan.Plan);

    private async Task<ImmutableArray<Drift>> DriftsAsync(Plan plan) => await Recount.FindDriftsAsync(new RecountRows(Store, plan), None);
}

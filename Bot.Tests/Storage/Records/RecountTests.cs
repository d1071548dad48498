using System.Collections.Immutable;
using System.Globalization;
using AgaBot.Commands;
using AgaBot.Consultations;
using AgaBot.Forms;
using AgaBot.Plans;
using AgaBot.Plans.Supporting;
using AgaBot.Storage.Records;
using AgaBot.Storage.Records.Consultations;
using AgaBot.Storage.Records.Recounts;
using AgaBot.Tests.Plans;
using AgaBot.Turns.Persistence;
using CsCheck;

namespace AgaBot.Tests.Storage.Records;

public sealed class RecountTests : RecordsTests
{
    private static readonly ParticipantId Ana = new("ana");

    private static readonly string AnasCounter = RowKeys.Counter(RowKeys.Shard(Ana));

    private static readonly Gen<string?> GenComponent = Gen.OneOfConst<string?>(null, "seguras", "servicios");

    // Few people and fewer drafts, so that changes conflict; the number of a draft determines its author.
    private static readonly Gen<PlanChange> GenChange = Gen.OneOf(
        Gen.Select(
                Gen.Int[0, 5],
                Gen.OneOfConst("regional", "academia"),
                Gen.OneOfConst<Gender?>(null, Gender.Woman, Gender.Man, Gender.Other)
            )
            .Select((person, type, gender) => (PlanChange)new ParticipantRegistered(Person(person), type, gender)),
        Gen.Select(Gen.Int[0, 7], GenComponent)
            .Select((draft, component) => (PlanChange)new DraftPlaced(Draft(draft), ProposalKind.Ficha, Person(draft), component)),
        Gen.Int[0, 7].Select(draft => (PlanChange)new DraftDiscarded(Draft(draft), Person(draft))),
        Gen.Select(Gen.Int[0, 7], GenComponent, Gen.Int[0, 1])
            .Select((draft, component, attempt) => (PlanChange)new ProposalSubmitted(Submitted(draft, component, attempt))),
        Gen.Select(Gen.Int[0, 7], Gen.Int[0, 5])
            .Select((draft, person) => (PlanChange)new ProposalSupported(ReceiptNumber.Draw(Draft(draft), 0), Person(person))),
        Gen.Select(Gen.Int[0, 7], Gen.Int[0, 5])
            .Select((draft, person) => (PlanChange)new SupportWithdrawn(ReceiptNumber.Draw(Draft(draft), 0), Person(person))),
        Gen.Int[0, 5].Select(person => (PlanChange)new RoleGranted(Person(person), Role.Coordinator))
    );

    [Fact]
    public async Task Nothing_at_all_has_no_drift()
    {
        await Store.CheckAsync(None);

        Assert.Equal((0, "no drift"), await Recounted(SmallPlan.Plan));
    }

    [Fact]
    public async Task A_counter_that_somebody_changed_by_hand_is_told_with_its_place()
    {
        await LedgerOf(SmallPlan.Plan).ApplyAsync(new DraftPlaced(new ProposalId("d"), ProposalKind.Ficha, Ana, "seguras"), Day, None);
        await OverwriteAsync(
            "plan:prueba",
            AnasCounter,
            """{"v":1,"components":[{"id":"seguras","drafts":3,"fichas":0,"aportes":0}],"participants":[]}"""
        );

        Assert.Equal((1, $"plan:prueba/{AnasCounter}: drafts of seguras: kept 3, counted 1"), await Recounted(SmallPlan.Plan));
    }

    [Fact]
    public async Task A_counter_that_forgot_is_told()
    {
        await LedgerOf(SmallPlan.Plan).ApplyAsync(new ParticipantRegistered(Ana, "regional", null), Day, None);
        await OverwriteAsync("plan:prueba", AnasCounter, """{"v":1,"components":[],"participants":[]}""");

        Assert.Equal(
            (1, $"plan:prueba/{AnasCounter}: participants of regional, gender not said: kept 0, counted 1"),
            await Recounted(SmallPlan.Plan)
        );
    }

    [Fact]
    public async Task A_tally_that_somebody_changed_by_hand_is_told()
    {
        Consultation consultation = await Answered(SmallPlan.Plan, people: 1);
        string shard = RowKeys.ResponsePartition(consultation.Id, RowKeys.Shard(Person(0)));
        await OverwriteAsync(shard, RowKeys.ResponseCounter, """{"v":1,"responses":1,"byOption":[0,1]}""");

        Assert.Equal(
            (1, $"{shard}: responses for option 1: kept 0, counted 1\n{shard}: responses for option 2: kept 1, counted 0"),
            await Recounted(SmallPlan.Plan)
        );
    }

    [Fact]
    public async Task Many_responses_have_no_drift()
    {
        await Answered(SmallPlan.Plan, people: 60);

        Assert.Equal((0, "no drift"), await Recounted(SmallPlan.Plan));
    }

    [Fact]
    public Task Whatever_happens_and_however_often_there_is_no_drift() =>
        Gen.Select(GenChange, Gen.Int[1, 3], Gen.Bool)
            .List[1, 30]
            .SampleAsync(
                async steps =>
                {
                    Plan plan = FreshPlan();
                    foreach ((PlanChange change, int times, bool answerIsLost) in steps)
                    {
                        if (answerIsLost)
                            await ApplyAndLoseTheAnswer(plan, change);
                        for (int time = 0; time < times; time++)
                            await LedgerOf(plan).ApplyAsync(change, Day, None);
                    }

                    Assert.Equal((0, "no drift"), await Recounted(plan));
                },
                iter: 100,
                threads: 1
            );

    private static ParticipantId Person(int number) => new($"p{number % 6}");

    private static ProposalId Draft(int number) => new($"d{number}");

    private static Proposal Submitted(int draft, string? component, int attempt) =>
        new(
            Draft(draft),
            ProposalKind.Aporte,
            ReceiptNumber.Draw(Draft(draft), attempt),
            Person(draft),
            component,
            ImmutableSortedDictionary<string, Answer>.Empty,
            Day,
            ProposalState.Submitted
        );

    private async Task ApplyAndLoseTheAnswer(Plan plan, PlanChange change)
    {
        Faulty.AnswersToLose = 1;
        try
        {
            await LedgerOf(plan).ApplyAsync(change, Day, None);
        }
        catch (StoreUnavailableException)
        {
            // Expected. A change without effect writes nothing, and loses no answer.
        }

        Faulty.AnswersToLose = 0;
    }

    private async Task<Consultation> Answered(Plan plan, int people)
    {
        var ledger = new ConsultationLedger(Store, plan, TimeProvider.System);
        var consultation = new Consultation(new ConsultationId("c"), 0, "¿Qué primero?", ["Agua", "Seguridad"], Ana, Day);
        await ledger.ApplyAsync(new ConsultationOpened(consultation), None);
        for (int person = 0; person < people; person++)
        {
            var participant = new ParticipantId(person == 0 ? "p0" : $"participante-{person}");
            foreach (int option in (int[])[2, (person % 2) + 1])
            {
                var answer = new Answer.Choice(option.ToString(CultureInfo.InvariantCulture));
                await ledger.ApplyAsync(
                    new ConsultationResponded(new ConsultationResponse(consultation.Id, participant, answer, Day), consultation),
                    None
                );
            }
        }

        return consultation;
    }

    private async Task<(int ExitCode, string Output)> Recounted(Plan plan)
    {
        using var output = new StringWriter { NewLine = "\n" };
        int exitCode = await new RecountCommand(new RecountRows(Store, plan), Inspection).RunAsync([], output, None);
        return (exitCode, output.ToString().TrimEnd());
    }
}

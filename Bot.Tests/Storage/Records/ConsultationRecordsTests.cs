using AgaBot.Consultations;
using AgaBot.Forms;
using AgaBot.Plans;
using AgaBot.Storage.Records;
using AgaBot.Storage.Records.Consultations;
using AgaBot.Tests.Plans;
using AgaBot.Turns.Persistence;

namespace AgaBot.Tests.Storage.Records;

public sealed class ConsultationRecordsTests : RecordsTests
{
    private static readonly ParticipantId Ana = new("ana");
    private static readonly Consultation Choice = new(
        new ConsultationId("c1"),
        0,
        "¿Qué primero?",
        ["Agua", "Seguridad"],
        new ParticipantId("coordinadora"),
        Day
    );

    private static readonly Consultation Open = Choice with { Id = new ConsultationId("c2"), Options = [] };

    private ConsultationLedger Ledger => new(Faulty, SmallPlan.Plan, TimeProvider.System);

    private ConsultationRecords Records => new(Store, SmallPlan.Plan);

    [Fact]
    public async Task Consultations_are_numbered_in_the_order_of_their_opening()
    {
        await OpenAsync(Open);
        await OpenAsync(Choice);

        Assert.Equal([(1, "c2"), (2, "c1")], (await Records.OpenAsync(None)).Select(open => (open.Number, open.Id.Value)));
    }

    [Fact]
    public async Task A_consultation_reads_back_as_it_was_opened()
    {
        await OpenAsync(Choice);

        Consultation read = Assert.Single(await Records.OpenAsync(None));

        Assert.Equal(Choice with { Number = 1 }, read with { Options = Choice.Options });
        Assert.Equal(Choice.Options.AsEnumerable(), read.Options.AsEnumerable());
    }

    [Fact]
    public async Task A_consultation_opened_twice_is_one()
    {
        Faulty.AnswersToLose = 1;
        await Assert.ThrowsAsync<StoreUnavailableException>(() => OpenAsync(Choice));
        await OpenAsync(Choice);

        Assert.Single(await Records.OpenAsync(None));
        Assert.Single(await RowsAsync("plan:prueba", RowKeys.AuditEntries));
    }

    [Fact]
    public async Task Coordinators_who_open_at_once_get_numbers_of_their_own()
    {
        await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(number =>
                    OpenAsync(Choice with { Id = new ConsultationId($"c{number}"), OpenedBy = new ParticipantId($"p{number}") })
                )
        );

        Assert.Equal(Enumerable.Range(1, 8), (await Records.OpenAsync(None)).Select(open => open.Number));
    }

    [Fact]
    public async Task Responses_of_many_are_counted_option_by_option()
    {
        for (int person = 0; person < 60; person++)
            await Respond(new ParticipantId($"participante-{person}"), person < 45 ? "1" : "2");

        Tally tally = await Records.TallyAsync(Choice, None);

        Assert.Equal((60, 45, 15), (tally.Responses, tally.ByOption[0], tally.ByOption[1]));
    }

    [Fact]
    public async Task Answering_again_moves_the_count()
    {
        await Respond(Ana, "1");
        await Respond(Ana, "2");

        Tally tally = await Records.TallyAsync(Choice, None);

        Assert.Equal((1, 0, 1), (tally.Responses, tally.ByOption[0], tally.ByOption[1]));
    }

    [Fact]
    public async Task A_response_whose_answer_was_lost_counts_once_when_it_comes_again()
    {
        Faulty.AnswersToLose = 1;
        await Assert.ThrowsAsync<StoreUnavailableException>(() => Respond(Ana, "1"));
        await Respond(Ana, "1");

        Assert.Equal(1, (await Records.TallyAsync(Choice, None)).Responses);
    }

    [Fact]
    public async Task Words_in_answer_to_an_open_question_count_as_a_response()
    {
        await Ledger.ApplyAsync(
            new ConsultationResponded(new ConsultationResponse(Open.Id, Ana, new Answer.Text("Más agua"), Day), Open),
            None
        );

        Tally tally = await Records.TallyAsync(Open, None);

        Assert.Equal(1, tally.Responses);
        Assert.Empty(tally.ByOption);
    }

    [Fact]
    public async Task Nobody_has_answered_a_new_consultation()
    {
        Tally tally = await Records.TallyAsync(Choice, None);

        Assert.Equal((0, 2), (tally.Responses, tally.ByOption.Length));
    }

    private Task OpenAsync(Consultation consultation) => Ledger.ApplyAsync(new ConsultationOpened(consultation), None).AsTask();

    private Task Respond(ParticipantId participant, string option) =>
        Ledger
            .ApplyAsync(
                new ConsultationResponded(new ConsultationResponse(Choice.Id, participant, new Answer.Choice(option), Day), Choice),
                None
            )
            .AsTask();
}

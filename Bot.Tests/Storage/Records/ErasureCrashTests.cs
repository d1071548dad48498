using System.Collections.Immutable;
using System.Text;
using AgaBot.Consultations;
using AgaBot.Dialogs;
using AgaBot.Dialogs.Inputs;
using AgaBot.Forms;
using AgaBot.Forms.Walking;
using AgaBot.Plans;
using AgaBot.Plans.FormDefinitions;
using AgaBot.Plans.Supporting;
using AgaBot.Reports.Recounts;
using AgaBot.Storage;
using AgaBot.Storage.Records;
using AgaBot.Storage.Records.Changes;
using AgaBot.Storage.Records.Consultations;
using AgaBot.Storage.Records.Conversations;
using AgaBot.Storage.Records.Erasures;
using AgaBot.Storage.Records.Files;
using AgaBot.Storage.Records.Linking;
using AgaBot.Storage.Records.Outbox;
using AgaBot.Storage.Records.Proposals;
using AgaBot.Storage.Records.Recounts;
using AgaBot.Tests.Plans;
using AgaBot.Turns.Erasures;
using AgaBot.Turns.Persistence;
using AgaBot.Turns.Requests;
using AgaBot.Turns.State;

namespace AgaBot.Tests.Storage.Records;

/// <summary>
/// A person is erased, wherever the process dies on the way: nothing of them is left, and every figure equals its recount.
/// </summary>
public sealed class ErasureCrashTests : RecordsTests
{
    private const string Turn = "turno";
    private const string Here = "aquí";
    private const string Elsewhere = "allá";

    private static readonly ParticipantId Rosa = new("sms:+51-944-rosa");
    private static readonly ParticipantId RosaOnThePage = new("webchat:dl_rosa");
    private static readonly Profile Profile = new("Rosa Flores", "JUSHCAMIL", "academia", Gender.Woman);
    private static readonly Consultation WithOptions = new(new ConsultationId("c"), 1, "¿Qué primero?", ["Agua", "Seguridad"], Rosa, Day);
    private static readonly Consultation Open = new(new ConsultationId("d"), 2, "¿Por qué?", [], new ParticipantId("sms:julio"), Day);

    private static readonly SentFileId Hers = new("suyo");
    private static readonly SentFileId Anothers = new("ajeno");

    private readonly TurnCache cache = new();

    /// <summary>More writes than an erasure of this person needs.</summary>
    public static TheoryData<int> Writes => [.. Enumerable.Range(0, 30)];

    [Theory]
    [MemberData(nameof(Writes))]
    public async Task An_erasure_that_breaks_off_after_any_write_is_brought_to_its_end_by_the_next_turn(int write)
    {
        await GivenAsync();
        (Faulty.GoodWrites, Faulty.AnswersToLose) = (write, 1);

        if (await EraseAsync(Here))
            Assert.False(await EraseAsync(Here));

        await ExpectNothingOfHerAsync(mayBeEmptyRow: true);
    }

    [Fact]
    public async Task An_erasure_that_goes_through_leaves_nothing_of_her()
    {
        await GivenAsync();

        Assert.False(await EraseAsync(Here));

        await ExpectNothingOfHerAsync();
    }

    [Theory]
    [MemberData(nameof(Writes))]
    public async Task The_channel_by_which_they_asked_keeps_the_last_reply_alone_wherever_it_broke_off(int write)
    {
        await GivenAsync();
        (Faulty.GoodWrites, Faulty.AnswersToLose) = (write, 1);

        if (await EraseAsync(Elsewhere, RosaOnThePage))
            Assert.False(await EraseAsync(Elsewhere, RosaOnThePage));

        ConversationRecord kept = (await new ConversationRecords(Store).LoadAsync(RosaOnThePage, Elsewhere, None)).Conversation!;
        Assert.Equal([(Turn, true)], kept.Taken.Select(turn => (turn.TurnId, turn.Sent)));
        Assert.DoesNotContain("antes", await TextOfAsync(RowKeys.PersonPartition(RosaOnThePage)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_erasure_breaks_off_in_as_many_places_as_are_tried()
    {
        await GivenAsync();
        (Faulty.GoodWrites, Faulty.AnswersToLose) = (Writes.Count, 1);

        Assert.False(await EraseAsync(Here));
    }

    [Theory]
    [MemberData(nameof(Writes))]
    public async Task Between_two_steps_every_figure_equals_its_recount(int write)
    {
        await GivenAsync();
        (Faulty.GoodWrites, Faulty.AnswersToLose) = (write, 1);

        await EraseAsync(Here);

        Assert.Empty(await Recount.FindDriftsAsync(new RecountRows(Store, SmallPlan.Plan), None));
    }

    [Fact]
    public async Task What_another_instance_remembers_of_her_cannot_be_committed()
    {
        await GivenAsync();
        var store = new ConversationRecords(Store);
        Loaded remembered = await store.LoadAsync(Rosa, Here, None);
        await EraseAsync(Here);

        Assert.Null(await store.CommitAsync(remembered, remembered, None));
        Assert.Null(
            await store.CommitAsync(
                remembered,
                remembered with
                {
                    Person = remembered.Person! with { State = remembered.Person.State with { Drafts = [] } },
                },
                None
            )
        );
        Loaded first = remembered with { ConversationId = "nueva", ConversationTag = null };
        Assert.Null(await store.CommitAsync(first, first, None));
    }

    [Fact]
    public async Task A_draft_that_another_instance_places_meanwhile_is_dropped()
    {
        await GivenAsync();
        await EraseAsync(Here);
        var late = new DraftPlaced(new ProposalId("tarde"), ProposalKind.Aporte, Rosa, "seguras");
        await LedgerOf(SmallPlan.Plan).ApplyAsync(late, Day, None);
        await LedgerOf(SmallPlan.Plan).ApplyAsync(late with { Draft = new ProposalId("borrador") }, Day, None);

        await Erasure().DropAsync(Rosa, [late], None);

        await ExpectNothingOfHerAsync();
    }

    private Erasure Erasure() =>
        new(
            new ErasedPeople(Faulty, new ErasedBytes(), TimeProvider.System),
            new LinkedPeople(Faulty, TimeProvider.System),
            new LinkOfferRecords(Faulty),
            new ErasureLedger(Faulty, SmallPlan.Plan, TimeProvider.System),
            new ActivityLog(Faulty),
            new SentFileRecords(Faulty),
            new UnsentRecords(Faulty),
            cache,
            TimeProvider.System
        );

    /// <summary>
    /// She has told who she is, coordinates, has a draft and an aporte that is in, has answered twice, and talks in two places.
    /// </summary>
    private async Task GivenAsync()
    {
        PlanLedger ledger = LedgerOf(SmallPlan.Plan);
        var consultations = new ConsultationLedger(Store, SmallPlan.Plan, TimeProvider.System);
        await consultations.ApplyAsync(new ConsultationOpened(WithOptions), None);
        await consultations.ApplyAsync(new ConsultationOpened(Open), None);
        await consultations.ApplyAsync(Responded(WithOptions, new Answer.Choice("1")), None);
        await consultations.ApplyAsync(Responded(Open, new Answer.Text("Soy Rosa Flores")), None);
        await ledger.ApplyAsync(new ParticipantRegistered(Rosa, Profile.OrganisationTypeId, Profile.Gender), Day, None);
        await ledger.ApplyAsync(new RoleGranted(Rosa, Role.Coordinator), Day, None);
        await ledger.ApplyAsync(new DraftPlaced(new ProposalId("borrador"), ProposalKind.Aporte, Rosa, "seguras"), Day, None);
        var sent = new Proposal(
            new ProposalId("enviado"),
            ProposalKind.Aporte,
            ReceiptNumber.Draw(new ProposalId("enviado"), 0),
            Rosa,
            "seguras",
            ImmutableSortedDictionary<string, Answer>.Empty,
            Day,
            ProposalState.Submitted
        );
        await ledger.ApplyAsync(new ProposalSubmitted(sent), Day, None);
        var julios = new ProposalId("de-julio");
        await ledger.ApplyAsync(
            new ProposalSubmitted(
                sent with
                {
                    Id = julios,
                    Receipt = ReceiptNumber.Draw(julios, 0),
                    Author = new ParticipantId("sms:julio"),
                    ComponentId = "servicios",
                }
            ),
            Day,
            None
        );
        await ledger.ApplyAsync(new ProposalSupported(ReceiptNumber.Draw(julios, 0), Rosa), Day, None);

        var draft = new Draft(
            new ProposalId("borrador"),
            ProposalKind.Aporte,
            "seguras",
            Day,
            Day,
            FormSession.Start("s", AporteForm.Of(SmallPlan.Plan))
        );
        await KeepAsync(
            Rosa,
            Here,
            new ParticipantRecord(new ParticipantState(Participant.Unknown(Rosa) with { Profile = Profile, ConsentedOn = Day }, [draft]))
            {
                Linked = [RosaOnThePage],
            }
        );
        await KeepAsync(RosaOnThePage, Elsewhere, new ParticipantRecord(ParticipantState.Unknown(RosaOnThePage)) { MovedTo = Rosa });
        var files = new SentFileRecords(Store);
        await files.KeepAsync(Hers, RosaOnThePage, Encoding.UTF8.GetBytes("Rosa Flores"), Day, None);
        await files.KeepAsync(Anothers, new ParticipantId("webchat:ana"), Encoding.UTF8.GetBytes("Ana"), Day, None);
        var unsent = new UnsentRecords(Store);
        await unsent.NoteAsync(Rosa, Here, Day, None);
        await unsent.NoteAsync(RosaOnThePage, Elsewhere, Day, None);
        await unsent.NoteAsync(new ParticipantId("webchat:ana"), "c-ana", Day, None);
        var log = new ActivityLog(Store);
        await log.OpenAsync(Elsewhere, None);
        await log.AppendAsync(Elsewhere, [new LogEntry("k", Encoding.UTF8.GetBytes("Rosa Flores"))], None);
    }

    private static ConsultationResponded Responded(Consultation to, Answer answer) =>
        new(new ConsultationResponse(to.Id, Rosa, answer, Day), to);

    private async Task KeepAsync(ParticipantId who, string conversationId, ParticipantRecord person)
    {
        var before = new Loaded(who, conversationId, null, null, null, null);
        var conversation = new ConversationRecord(
            ConversationState.New("es") with
            {
                Greeted = true,
            },
            [Said("antes", who, conversationId)],
            []
        );
        Assert.NotNull(
            await new ConversationRecords(Store).CommitAsync(before, before with { Person = person, Conversation = conversation }, None)
        );
    }

    private static TakenTurn Said(string turnId, ParticipantId who, string conversationId) =>
        new(turnId, new ConversationReference("page", "", conversationId, who.Value, null, "bot", null, null, null), [], Sent: true);

    /// <summary>Erases as a turn does. True where the process was killed.</summary>
    private async Task<bool> EraseAsync(string conversationId, ParticipantId? by = null)
    {
        ParticipantId speaker = by ?? Rosa;
        try
        {
            Erasure erasure = Erasure();
            Loaded loaded = await new ConversationRecords(Store).LoadAsync(Rosa, conversationId, None);
            if (loaded.Person is null)
                return false;
            await erasure.BeginAsync(Rosa, Turn, None);
            loaded = await new ConversationRecords(Store).LoadAsync(Rosa, conversationId, None);
            Assert.NotNull(
                await erasure.FinishAsync(
                    loaded,
                    loaded.Person!.Erasing!,
                    Said(Turn, new ParticipantId("nadie"), conversationId),
                    speaker,
                    None
                )
            );
            return false;
        }
        catch (StoreUnavailableException)
        {
            return true;
        }
    }

    /// <param name="mayBeEmptyRow">Whether the row of the linked id may remain, with nothing but the note of the link.</param>
    private async Task ExpectNothingOfHerAsync(bool mayBeEmptyRow = false)
    {
        Loaded here = await new ConversationRecords(Store).LoadAsync(Rosa, Here, None);
        Assert.Null(here.Person);
        Assert.Equal([Turn], here.Conversation!.Taken.Select(turn => turn.TurnId));
        Loaded elsewhere = await new ConversationRecords(Store).LoadAsync(RosaOnThePage, Elsewhere, None);
        Assert.Null(elsewhere.Conversation);
        if (
            !mayBeEmptyRow
            || elsewhere.Person
                is not null
                    and not { MovedTo: not null, Participant: { Profile: null, ConsentedOn: null }, Drafts.IsEmpty: true }
        )
            Assert.Null(elsewhere.Person);
        Assert.Equal(new LogState.Open(1), await new ActivityLog(Store).FindAsync(Elsewhere, None));
        Assert.Empty(await new ActivityLog(Store).ReadAsync(Elsewhere, 0, 10, None));

        var files = new SentFileRecords(Store);
        Assert.Null(await files.FindAsync(Hers, None));
        Assert.NotNull(await files.FindAsync(Anothers, None));
        Assert.Equal("c-ana", Assert.Single(await new UnsentRecords(Store).DueAsync(DateTimeOffset.MaxValue, 10, None)).ConversationId);

        PlanRecords records = RecordsOf(SmallPlan.Plan);
        Assert.Empty((await records.ByAuthorAsync(Rosa, 10, null, None)).Proposals);
        Assert.Equal(ParticipantId.Nobody, (await records.FindAsync(new ProposalId("enviado"), None))!.Author);
        PlanCounts counts = await records.CountsAsync(None);
        Assert.Equal(new ComponentCount(0, 0, 1), counts.Components["seguras"]);
        Assert.Equal([KeyValuePair.Create(new ParticipantGroup(Profile.OrganisationTypeId, Profile.Gender), 1)], counts.Participants);
        Tally tally = await new ConsultationRecords(Store, SmallPlan.Plan).TallyAsync(WithOptions, None);
        Assert.Equal([1, 0], tally.ByOption.ToArray());
        Assert.Equal(1, (await new ConsultationRecords(Store, SmallPlan.Plan).TallyAsync(Open, None)).Responses);
        Assert.Equal(
            1,
            await new PublicProposals(Store, SmallPlan.Plan).CountSupportsAsync(ReceiptNumber.Draw(new ProposalId("de-julio"), 0), None)
        );
        Assert.Empty(await Recount.FindDriftsAsync(new RecountRows(Store, SmallPlan.Plan), None));

        string plan = await TextOfAsync(RowKeys.PlanPartition(SmallPlan.Plan));
        Assert.Single(
            await RowsAsync(RowKeys.PlanPartition(SmallPlan.Plan), RowKeys.AuditEntries),
            row => Encoding.UTF8.GetString(row.Value.Span).Contains("person-erased", StringComparison.Ordinal)
        );
        string all =
            plan
            + string.Concat(
                await Task.WhenAll(
                    from consultation in new[] { WithOptions, Open }
                    from shard in Enumerable.Range(0, RowKeys.Shards)
                    select TextOfAsync(RowKeys.ResponsePartition(consultation.Id, shard))
                )
            );
        Assert.DoesNotContain("rosa", all, StringComparison.OrdinalIgnoreCase);
        // Her name in the audit log, and everything that could be computed from her ids.
        Assert.DoesNotContain(
            all.Split('\n'),
            row =>
                row.StartsWith(RowKeys.Aliases, StringComparison.Ordinal)
                && !row.StartsWith(RowKeys.Alias(Open.OpenedBy), StringComparison.Ordinal)
        );
        Assert.All(
            (ParticipantId[])[Rosa, RosaOnThePage],
            id => Assert.DoesNotContain(RowKeys.Alias(id)[RowKeys.Aliases.Length..], all, StringComparison.Ordinal)
        );
    }

    private async Task<string> TextOfAsync(string partition) =>
        string.Concat((await RowsAsync(partition, "")).Select(row => $"{row.Row} {Encoding.UTF8.GetString(row.Value.Span)}\n"));
}

using System.Collections.Immutable;
using AgaBot.Consultations;
using AgaBot.Dialogs;
using AgaBot.Forms;
using AgaBot.Forms.Walking;
using AgaBot.Plans;
using AgaBot.Plans.FormDefinitions;
using AgaBot.Plans.Linking;
using AgaBot.Plans.Supporting;
using AgaBot.Reports.Recounts;
using AgaBot.Storage;
using AgaBot.Storage.Records;
using AgaBot.Storage.Records.Changes;
using AgaBot.Storage.Records.Consultations;
using AgaBot.Storage.Records.Conversations;
using AgaBot.Storage.Records.Linking;
using AgaBot.Storage.Records.Proposals;
using AgaBot.Storage.Records.Recounts;
using AgaBot.Tests.Plans;
using AgaBot.Tests.Turns.Queues;
using AgaBot.Turns.Linking;
using AgaBot.Turns.Persistence;
using AgaBot.Turns.Sending;
using AgaBot.Turns.State;
using Microsoft.Extensions.Logging.Abstractions;

namespace AgaBot.Tests.Storage.Records;

/// <summary>A link is completed after a crash at any write: nothing is lost, and nothing counts twice.</summary>
public sealed class LinkCrashTests : RecordsTests
{
    private static readonly ParticipantId Web = new("webchat:dl_1");
    private static readonly ParticipantId Teams = new("entra:t:rosa");
    private static readonly Profile Profile = new("Rosa Flores", "JUSHCAMIL", "academia", Gender.Woman);
    private static readonly Consultation Consultation = new(new ConsultationId("c"), 1, "¿Qué primero?", ["Agua", "Seguridad"], Teams, Day);
    private static readonly LinkOffer Offer = new("hash", Web, Day, 1, TakenIn: null) { MakerSpeaker = Web };
    private static readonly LinkTaker Taker = new(Teams, Teams, []);

    private static readonly ProposalId Julios = new("de-julio");

    private readonly TurnCache cache = new();

    /// <summary>More writes than a link of these two needs.</summary>
    public static TheoryData<int> Writes => [.. Enumerable.Range(0, 32)];

    /// <summary>More writes than undoing that link needs.</summary>
    public static TheoryData<int> UndoWrites => [.. Enumerable.Range(0, 26)];

    [Theory]
    [MemberData(nameof(Writes))]
    public async Task A_link_that_breaks_off_after_any_write_is_gone_on_from(int write)
    {
        await GivenAsync();
        (Faulty.GoodWrites, Faulty.AnswersToLose) = (write, 1);

        bool broke = await LinkAsync();
        if (broke)
            Assert.False(await LinkAsync());

        await ExpectOneAsync();
    }

    [Fact]
    public async Task A_link_breaks_off_in_as_many_places_as_are_tried()
    {
        await GivenAsync();
        (Faulty.GoodWrites, Faulty.AnswersToLose) = (Writes.Count, 1);

        Assert.False(await LinkAsync());
    }

    [Theory]
    [MemberData(nameof(UndoWrites))]
    public async Task An_undoing_that_breaks_off_after_any_write_gives_each_what_they_had(int write)
    {
        await GivenAsync();
        string before = await PictureAsync();
        await LinkAsync();
        Assert.NotEqual(before, await PictureAsync());
        (Faulty.GoodWrites, Faulty.AnswersToLose) = (write, 1);

        bool broke = await UndoAsync();
        (Faulty.GoodWrites, Faulty.AnswersToLose) = (int.MaxValue, 0);
        if (broke)
            Assert.False(await UndoAsync());

        Assert.Equal(before, await PictureAsync());
        Assert.Empty(await Recount.FindDriftsAsync(new RecountRows(Store, SmallPlan.Plan), None));
        Assert.Null(await new LinkMemories(Store, SmallPlan.Plan).FindAsync(Teams, Web, None));
        Assert.Empty(await RowsAsync("li:"));
    }

    [Fact]
    public async Task An_undoing_breaks_off_in_as_many_places_as_are_tried()
    {
        await GivenAsync();
        await LinkAsync();
        (Faulty.GoodWrites, Faulty.AnswersToLose) = (UndoWrites.Count, 1);

        Assert.False(await UndoAsync());
    }

    [Fact]
    public async Task What_was_undone_can_be_linked_and_undone_again()
    {
        await GivenAsync();
        string before = await PictureAsync();
        await LinkAsync();
        await UndoAsync();

        LinkOffer again = Offer with { Hash = "otra" };
        await new LinkOfferRecords(Store).PutAsync(again, None);
        await AgreeAsync(again, Taker);
        await AbsorbAsync();
        Assert.Equal(Teams, (await PersonAsync(Web)).MovedTo);
        await UndoAsync();

        Assert.Equal(before, await PictureAsync());
        Assert.Empty(await Recount.FindDriftsAsync(new RecountRows(Store, SmallPlan.Plan), None));
    }

    [Fact]
    public async Task What_was_made_since_stays_and_a_draft_goes_back_as_it_is_now()
    {
        await GivenAsync();
        await LinkAsync();
        PlanLedger ledger = LedgerOf(SmallPlan.Plan);
        var sent = new Proposal(
            new ProposalId("borrador"),
            ProposalKind.Aporte,
            ReceiptNumber.Draw(new ProposalId("borrador"), 0),
            Teams,
            "seguras",
            ImmutableSortedDictionary<string, Answer>.Empty,
            Day,
            ProposalState.Submitted
        );
        await ledger.ApplyAsync(new ProposalSubmitted(sent), Day, None);
        await ledger.ApplyAsync(new DraftPlaced(new ProposalId("nuevo"), ProposalKind.Aporte, Teams, "seguras"), Day, None);

        await UndoAsync();

        PlanRecords records = RecordsOf(SmallPlan.Plan);
        Assert.Equal(2, (await records.ByAuthorAsync(Web, 10, null, None)).Proposals.Length);
        Assert.Empty((await records.ByAuthorAsync(Teams, 10, null, None)).Proposals);
        Assert.Equal(new ComponentCount(1, 0, 2), (await records.CountsAsync(None)).Components["seguras"]);
        Assert.Empty(await Recount.FindDriftsAsync(new RecountRows(Store, SmallPlan.Plan), None));
    }

    [Fact]
    public async Task What_is_remembered_of_a_link_is_swept_away()
    {
        await GivenAsync();
        await LinkAsync();
        var memories = new LinkMemories(Store, SmallPlan.Plan);

        await memories.SweepAsync(DateTimeOffset.UtcNow.AddMinutes(-5), None);
        Assert.NotNull(await memories.FindAsync(Teams, Web, None));
        await memories.SweepAsync(DateTimeOffset.UtcNow.AddMinutes(5), None);

        Assert.Null(await memories.FindAsync(Teams, Web, None));
        Assert.Empty(await RowsAsync("li:"));
        Assert.Empty(await RowsAsync("lm:"));
    }

    [Fact]
    public async Task What_an_instance_still_writes_under_the_id_that_is_gone_counts_once()
    {
        await GivenAsync();
        await LinkAsync();
        PlanLedger ledger = LedgerOf(SmallPlan.Plan);
        var late = new DraftPlaced(new ProposalId("tarde"), ProposalKind.Aporte, Web, "seguras");

        await ledger.ApplyAsync(late, Day, None);
        await ledger.ApplyAsync(late with { Author = Teams }, Day, None);
        await ledger.ApplyAsync(new ParticipantRegistered(Web, "regional", null), Day, None);
        await ledger.ApplyAsync(new DraftDiscarded(new ProposalId("borrador"), Web), Day, None);
        await RespondAsync(Web, "1", Day.AddHours(1));

        await ExpectOneAsync(drafts: 2);
    }

    [Fact]
    public async Task A_code_is_taken_by_one_person_alone()
    {
        var offers = new LinkOfferRecords(Store);
        await offers.PutAsync(Offer, None);

        Assert.True(await offers.TakeAsync(Offer.Hash, Taker, Day, None));
        Assert.False(await offers.TakeAsync(Offer.Hash, Taker with { Id = new ParticipantId("sms:otra") }, Day, None));
        Assert.True(await offers.TakeAsync(Offer.Hash, Taker, Day, None));
    }

    [Fact]
    public async Task Codes_that_ended_are_swept_away_whether_taken_or_not()
    {
        var offers = new LinkOfferRecords(Store);
        LinkOffer taken = Offer with { Hash = "taken" };
        LinkOffer open = Offer with { Hash = "open", ExpiresAt = Day.AddHours(1) };
        foreach (LinkOffer offer in (LinkOffer[])[Offer, taken, open])
            await offers.PutAsync(offer, None);
        await offers.TakeAsync(taken.Hash, Taker, Day, None);

        await offers.SweepAsync(Day.AddMinutes(1), None);

        Assert.Null(await offers.FindAsync(Offer.Hash, None));
        Assert.Null(await offers.FindAsync(taken.Hash, None));
        Assert.NotNull(await offers.FindAsync(open.Hash, None));
    }

    [Fact]
    public async Task A_ring_of_three_ends_in_one()
    {
        ParticipantId[] ring = [new("a:1"), new("a:2"), new("a:3")];
        for (int i = 0; i < 3; i++)
        {
            LinkOffer offer = Offer with { Hash = $"h{i}", Maker = ring[i] };
            await new LinkOfferRecords(Store).PutAsync(offer, None);
            await AgreeAsync(offer, Taker with { Id = ring[(i + 1) % 3] });
        }

        var people = new LinkedPeople(Store, TimeProvider.System);
        Assert.Equal(ring[2], (await people.FindAsync(ring[1], None))!.MovedTo);
        Assert.NotNull((await people.FindAsync(ring[0], None))!.MovedTo);
        Assert.Null((await people.FindAsync(ring[2], None))!.MovedTo);
    }

    /// <summary>The taker says yes, and then the maker.</summary>
    private async Task AgreeAsync(LinkOffer offer, LinkTaker taker)
    {
        await Links().ApplyAsync(new LinkChange.Taken(offer.Hash, taker, Day.AddMinutes(10)), None);
        await Links().ApplyAsync(new LinkChange.Confirmed(offer, taker, []), None);
    }

    /// <summary>Undoes the link as a turn does. True where the process was killed.</summary>
    private async Task<bool> UndoAsync()
    {
        try
        {
            ParticipantLinks links = Links();
            await links.ApplyAsync(new LinkChange.Undone(Teams, Web), None);
            if (await PersonAsync(Teams) is { Parting: not null } joined)
                await links.PartAsync(joined, None);
            return false;
        }
        catch (StoreUnavailableException)
        {
            return true;
        }
    }

    private async Task AbsorbAsync()
    {
        var store = new ConversationRecords(Store);
        Loaded loaded = await store.LoadAsync(Teams, "c", None);
        Assert.NotNull(await store.CommitAsync(loaded, loaded with { Person = await Links().AbsorbAsync(loaded.Person!, None) }, None));
    }

    private async Task<ParticipantRecord> PersonAsync(ParticipantId id) =>
        await new LinkedPeople(Store, TimeProvider.System).FindAsync(id, None) ?? throw new InvalidOperationException("Nobody.");

    private async Task<IEnumerable<string>> RowsAsync(string prefix) =>
        (
            await Store.QueryAsync(
                RowKeys.PlanPartition(SmallPlan.Plan),
                RowRange.StartingWith(prefix),
                EntityLimits.MaxPage,
                after: null,
                None
            )
        ).Rows.Select(row => row.Row);

    /// <summary>What both people have and what is counted.</summary>
    private async Task<string> PictureAsync()
    {
        var lines = new List<string>();
        PlanRecords records = RecordsOf(SmallPlan.Plan);
        var everybodys = new PublicProposals(Store, SmallPlan.Plan);
        foreach (ParticipantId id in (ParticipantId[])[Web, Teams])
        {
            ParticipantRecord person = await PersonAsync(id);
            lines.Add($"{id} {person.MovedTo} {person.Participant.Profile} {person.Participant.ConsentedOn}");
            lines.AddRange(person.Drafts.Select(draft => draft.Id.Value));
            lines.AddRange(person.Linked.Select(linked => linked.Value));
            lines.AddRange((await records.ByAuthorAsync(id, 10, null, None)).Proposals.Select(proposal => proposal.Id.Value));
            lines.AddRange((await everybodys.SupportedByAsync(id, None)).Select(receipt => receipt.ToString()).Order());
        }
        PlanCounts counts = await records.CountsAsync(None);
        lines.AddRange(counts.Components.Select(count => $"{count.Key} {count.Value}"));
        lines.AddRange(counts.Participants.Select(count => $"{count.Key} {count.Value}"));
        Tally tally = await new ConsultationRecords(Store, SmallPlan.Plan).TallyAsync(Consultation, None);
        lines.Add($"{string.Join(' ', tally.ByOption)} of {tally.Responses}");
        return string.Join('\n', lines);
    }

    private ParticipantLinks Links()
    {
        var store = new ConversationRecords(Faulty);
        return new ParticipantLinks(
            new LinkOfferRecords(Faulty),
            new LinkedPeople(Faulty, TimeProvider.System),
            new LinkLedger(Faulty, SmallPlan.Plan, TimeProvider.System),
            new LinkMemories(Faulty, SmallPlan.Plan),
            LedgerOf(SmallPlan.Plan),
            new InMemoryQueue(),
            new DeliveryMarks(store, cache, new ParticipantLocks(), TimeProvider.System, NullLogger<DeliveryMarks>.Instance),
            cache,
            TimeProvider.System
        );
    }

    /// <summary>Both have a profile, a draft, a submitted aporte, and a response to the same consultation.</summary>
    private async Task GivenAsync()
    {
        PlanLedger ledger = LedgerOf(SmallPlan.Plan);
        await new ConsultationLedger(Store, SmallPlan.Plan, TimeProvider.System).ApplyAsync(new ConsultationOpened(Consultation), None);
        foreach (ParticipantId who in (ParticipantId[])[Web, Teams])
        {
            await ledger.ApplyAsync(new ParticipantRegistered(who, Profile.OrganisationTypeId, Profile.Gender), Day, None);
            await RespondAsync(who, who == Web ? "1" : "2", Day);
        }
        await ledger.ApplyAsync(new DraftPlaced(new ProposalId("borrador"), ProposalKind.Aporte, Web, "seguras"), Day, None);
        var sent = new Proposal(
            new ProposalId("enviado"),
            ProposalKind.Aporte,
            ReceiptNumber.Draw(new ProposalId("enviado"), 0),
            Web,
            "seguras",
            ImmutableSortedDictionary<string, Answer>.Empty,
            Day,
            ProposalState.Submitted
        );
        await ledger.ApplyAsync(new ProposalSubmitted(sent), Day, None);
        await ledger.ApplyAsync(
            new ProposalSubmitted(
                sent with
                {
                    Id = Julios,
                    Receipt = ReceiptNumber.Draw(Julios, 0),
                    Author = new ParticipantId("sms:julio"),
                    ComponentId = "servicios",
                }
            ),
            Day,
            None
        );
        await ledger.ApplyAsync(new ProposalSupported(ReceiptNumber.Draw(Julios, 0), Web), Day, None);
        await ledger.ApplyAsync(new ProposalSupported(ReceiptNumber.Draw(Julios, 0), Teams), Day, None);
        await ledger.ApplyAsync(new ProposalSupported(sent.Receipt, Teams), Day, None);

        var draft = new Draft(
            new ProposalId("borrador"),
            ProposalKind.Aporte,
            "seguras",
            Day,
            Day,
            FormSession.Start("s", AporteForm.Of(Plans.SmallPlan.Plan))
        );
        await KeepAsync(
            new ParticipantRecord(new ParticipantState(Participant.Unknown(Web) with { Profile = Profile, ConsentedOn = Day }, [draft]))
        );
        await KeepAsync(
            new ParticipantRecord(
                new ParticipantState(Participant.Unknown(Teams) with { Profile = Profile with { OrganisationTypeId = "regional" } }, [])
            )
        );
        await new LinkOfferRecords(Store).PutAsync(Offer, None);
    }

    private async Task KeepAsync(ParticipantRecord person)
    {
        var before = new Loaded(person.Participant.Id, "c", null, null, null, null);
        Assert.NotNull(
            await new ConversationRecords(Store).CommitAsync(
                before,
                before with
                {
                    Person = person,
                    Conversation = new ConversationRecord(AgaBot.Dialogs.ConversationState.New("es"), [], []),
                },
                None
            )
        );
    }

    /// <summary>Links as a turn does, from the code to the commit. True where the process was killed.</summary>
    private async Task<bool> LinkAsync()
    {
        try
        {
            ParticipantLinks links = Links();
            await AgreeAsync(Offer, Taker);
            var store = new ConversationRecords(Faulty);
            Loaded loaded = await store.LoadAsync(Teams, "c", None);
            if (loaded.Person!.Absorbing.IsEmpty)
                return false;
            Assert.NotNull(await store.CommitAsync(loaded, loaded with { Person = await links.AbsorbAsync(loaded.Person, None) }, None));
            return false;
        }
        catch (StoreUnavailableException)
        {
            return true;
        }
    }

    private async Task ExpectOneAsync(int drafts = 1)
    {
        Loaded rosa = await new ConversationRecords(Store).LoadAsync(Teams, "c", None);
        Assert.Equal(Profile, rosa.Person!.Participant.Profile);
        Assert.Equal(["borrador"], rosa.Person.Drafts.Select(draft => draft.Id.Value));
        Assert.Empty(rosa.Person.Absorbing);
        Assert.Equal(Teams, (await new ConversationRecords(Store).LoadAsync(Web, "c", None)).Person!.MovedTo);

        PlanRecords records = RecordsOf(SmallPlan.Plan);
        Assert.Equal(["enviado"], (await records.ByAuthorAsync(Teams, 10, null, None)).Proposals.Select(proposal => proposal.Id.Value));
        Assert.Empty((await records.ByAuthorAsync(Web, 10, null, None)).Proposals);
        PlanCounts counts = await records.CountsAsync(None);
        Assert.Equal(new ComponentCount(drafts, 0, 1), counts.Components["seguras"]);
        Assert.Equal([KeyValuePair.Create(new ParticipantGroup(Profile.OrganisationTypeId, Profile.Gender), 1)], counts.Participants);

        var everybodys = new PublicProposals(Store, SmallPlan.Plan);
        Assert.Equal(1, await everybodys.CountSupportsAsync(ReceiptNumber.Draw(Julios, 0), None));
        Assert.Contains(ReceiptNumber.Draw(Julios, 0), await everybodys.SupportedByAsync(Teams, None));
        Assert.Equal(0, await everybodys.CountSupportsAsync(ReceiptNumber.Draw(new ProposalId("enviado"), 0), None));

        Tally tally = await new ConsultationRecords(Store, SmallPlan.Plan).TallyAsync(Consultation, None);
        Assert.Equal([0, 1], tally.ByOption.ToArray());
        Assert.Equal(1, tally.Responses);
        Assert.Empty(await Recount.FindDriftsAsync(new RecountRows(Store, SmallPlan.Plan), None));
    }

    private ValueTask RespondAsync(ParticipantId who, string option, DateTimeOffset at) =>
        new ConsultationLedger(Store, SmallPlan.Plan, TimeProvider.System).ApplyAsync(
            new ConsultationResponded(new ConsultationResponse(Consultation.Id, who, new Answer.Choice(option), at), Consultation),
            None
        );
}

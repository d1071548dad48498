using System.Collections.Immutable;
using System.Text;
using AgaBot.Consultations;
using AgaBot.Dialogs;
using AgaBot.Dialogs.AboutMe;
using AgaBot.Dialogs.Consulting;
using AgaBot.Dialogs.Drafting;
using AgaBot.Dialogs.Inputs;
using AgaBot.Dialogs.Mesas;
using AgaBot.Dialogs.OwnData;
using AgaBot.Dialogs.Proposals;
using AgaBot.Dialogs.Supporting;
using AgaBot.Dialogs.TakingDown;
using AgaBot.Forms;
using AgaBot.Forms.Dates;
using AgaBot.Forms.Walking;
using AgaBot.Plans;
using AgaBot.Plans.FormDefinitions;
using AgaBot.Storage;
using AgaBot.Storage.Shapes;
using AgaBot.Turns.Persistence;
using AgaBot.Turns.Requests;
using AgaBot.Turns.State;
using CsCheck;

namespace AgaBot.Tests.Storage.Shapes;

/// <summary>Every state reads back unchanged.</summary>
public sealed class StoredShapesTests
{
    private static readonly Gen<string> GenWords = Gen.OneOf(
        Gen.OneOfConst("", "· Línea uno\n· «dos» \\ \"tres\"", "año 🙂 ‏עברית", "</script>", "\u2028\t"),
        Gen.String.AlphaNumeric
    );

    private static readonly Gen<DateOnly> GenDay = Gen.Int[0, 40_000].Select(days => new DateOnly(1990, 1, 1).AddDays(days));

    private static readonly Gen<DateTimeOffset> GenInstant = Gen.Select(GenDay, Gen.Int[0, 86_399], Gen.Int[-5, 5])
        .Select(
            (day, second, hours) => new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.FromHours(hours)).AddSeconds(second).AddTicks(7)
        );

    private static readonly Gen<PlanDate> GenPlanDate = Gen.Select(
            GenWords,
            Gen.Enum<DatePrecision>(),
            Maybe(GenDay),
            Maybe(GenDay),
            Gen.Int[0, 60]
        )
        .Select(
            (words, precision, earliest, latest, months) => new PlanDate(words, precision, earliest, latest, months == 0 ? null : months)
        );

    private static readonly Gen<Cell> GenCell = Gen.Select(GenWords, GenPlanDate, Gen.Bool)
        .Select((words, date, dated) => new Cell(words, dated ? date : null));

    private static readonly Gen<Answer> GenAnswer = Gen.OneOf(
        GenWords.Select(option => (Answer)new Answer.Choice(option)),
        GenWords.Select(words => (Answer)new Answer.Text(words)),
        Gen.Select(GenWords.Array[0, 4], GenWords).Select((items, words) => (Answer)new Answer.List([.. items], words)),
        GenCell.Array[0, 3].Array[0, 3].Select(rows => (Answer)new Answer.Rows([.. rows.Select(cells => new Row([.. cells]))])),
        GenPlanDate.Select(date => (Answer)new Answer.When(date)),
        GenDay.Select(day => (Answer)new Answer.Day(day)),
        Gen.Decimal[-1_000_000m, 1_000_000m].Select(number => (Answer)new Answer.Number(number)),
        Gen.Bool.Select(yes => (Answer)new Answer.YesNo(yes)),
        Gen.Select(GenWords, Gen.Int[0, 500], Gen.Int[0, 500])
            .Array[0, 4]
            .Select(groups =>
                (Answer)new Answer.HeadCount([.. groups.Select(group => new GroupSize(group.Item1, group.Item2, group.Item3))])
            )
    );

    private static readonly Gen<FormPosition> GenStanding = Gen.OneOf(
        Gen.Select(GenWords, Gen.Bool, Gen.Bool, Gen.Int[0, 3], Gen.Bool, GenWords)
            .Select(
                (question, again, review, row, alone, from) =>
                    (FormPosition)
                        new FormPosition.Asking(question, again, review, row == 0 ? null : new RowAtHand(row, alone), review ? from : null)
            ),
        Gen.Const((FormPosition)new FormPosition.Review()),
        Gen.Bool.Select(submitted => (FormPosition)new FormPosition.Ended(submitted))
    );

    private static readonly Gen<FormPosition> GenPlace = Gen.OneOf(
        GenStanding,
        Gen.Select(Gen.Enum<Confirmable>(), GenStanding).Select((what, from) => (FormPosition)new FormPosition.Confirming(what, from))
    );

    private static readonly Gen<FormSession> GenSession = Gen.Select(
            GenWords,
            Gen.Int[1, 9],
            Gen.Int[0, 999],
            GenPlace,
            Gen.Dictionary(GenWords, GenAnswer)[0, 6],
            GenWords.Array[0, 3]
        )
        .Select(
            (id, version, revision, at, answers, skipped) =>
                new FormSession(
                    id,
                    "ficha",
                    version,
                    revision,
                    at,
                    answers.ToImmutableSortedDictionary(StringComparer.Ordinal),
                    ImmutableSortedSet.Create(StringComparer.Ordinal, skipped)
                )
                {
                    Unfinished = ImmutableSortedSet.Create(StringComparer.Ordinal, skipped),
                }
        );

    private static readonly Gen<Consultation> GenConsultation = Gen.Select(
            GenWords,
            Gen.Int[1, 99],
            GenWords,
            GenWords.Array[0, 3],
            GenInstant
        )
        .Select(
            (id, number, question, options, at) =>
                new Consultation(new ConsultationId(id), number, question, [.. options], new ParticipantId("coordinadora"), at)
        );

    private static readonly Gen<FormWithSession> GenFormWithSession = Gen.OneOf(
        GenSession.Select(session => (FormWithSession)new AboutMeForm(session)),
        GenSession.Select(session => (FormWithSession)new CorrectionForm(session)),
        GenSession.Select(session => (FormWithSession)new ErasingForm(session)),
        Gen.Select(GenWords, GenSession).Select((id, session) => (FormWithSession)new CountingMesa(new MesaId(id), session)),
        Gen.Select(GenWords, GenSession).Select((id, session) => (FormWithSession)new OpeningConsultation(new ConsultationId(id), session)),
        Gen.Select(GenConsultation, GenSession).Select((consultation, session) => (FormWithSession)new Responding(consultation, session))
    );

    private static readonly Gen<ActiveForm> GenWalk = Gen.OneOf(
        GenFormWithSession.Select(static form => (ActiveForm)form),
        GenWords.Select(draft => (ActiveForm)new Proposing(new ProposalId(draft)))
    );

    private static readonly Gen<PendingRequest> GenIntention = Gen.OneOf(
        Gen.Select(Gen.Enum<ProposalKind>(), GenWords, Gen.Bool)
            .Select((kind, component, attached) => (PendingRequest)new ProposeRequest(kind, attached ? component : null)),
        GenConsultation.Select(consultation => (PendingRequest)new RespondRequest(consultation)),
        Gen.Select(Gen.Enum<ProposalKind>(), GenWords).Select((kind, text) => (PendingRequest)new TakeDownRequest(kind, text)),
        Gen.Const((PendingRequest)new OpenMesaRequest()),
        GenWords.Select(mesa => (PendingRequest)new ClaimSeatRequest(new MesaId(mesa))),
        GenWords.Select(draft => (PendingRequest)new SupportRequest(ReceiptNumber.Draw(new ProposalId(draft), 0))),
        Gen.Select(GenWords, Gen.Int[1, 9], Gen.Bool)
            .Select((file, number, one) => (PendingRequest)new ReadFileRequest(new SentFileId(file), one ? number : null))
    );

    private static readonly Gen<UndoState> GenThrownAway = Gen.Select(
            GenFormWithSession,
            GenIntention,
            GenSession,
            GenInstant,
            GenWords,
            Gen.Bool
        )
        .Select(
            (walk, then, session, at, words, ofDraft) =>
                ofDraft
                    ? (UndoState)
                        new UndoState.Proposal(
                            LimaCalendar.DayOf(at),
                            new Draft(new ProposalId(words), ProposalKind.Ficha, null, at, at, session)
                        )
                    : new UndoState.Form(LimaCalendar.DayOf(at), walk, then)
        );

    private static readonly Gen<ConversationState> GenTalk = Gen.Select(
            Gen.Bool,
            Gen.Int[0, 9],
            GenWalk,
            GenIntention,
            GenWords,
            Gen.Int[0, 31],
            GenThrownAway
        )
        .Select(
            (greeted, attempts, walk, then, more, present, thrown) =>
                new ConversationState(
                    "es",
                    greeted,
                    attempts,
                    (present & 1) != 0 ? walk : null,
                    (present & 2) != 0 ? then : null,
                    (present & 4) != 0 ? new ProposalCursor(more) : null
                )
                {
                    HeardOn = (present & 8) != 0 ? thrown.On : null,
                    Misunderstood = attempts,
                    Undo = (present & 16) != 0 ? thrown : null,
                    Offered = attempts > 4 ? new OfferedSentence(more, attempts) : null,
                }
        );

    private static readonly Gen<ParticipantRecord> GenPerson = Gen.Select(
            GenWords,
            Maybe(GenInstant),
            Gen.Enum<Gender>(),
            Gen.Int[0, 3],
            Gen.Enum<Role>().Array[0, 2],
            GenSession.Array[0, 2],
            GenInstant
        )
        .Select(
            (words, consented, gender, profile, roles, sessions, at) =>
                new ParticipantRecord(
                    new ParticipantState(
                        new Participant(
                            new ParticipantId(words),
                            consented,
                            profile == 0 ? null : new Profile(words, words, "regional", profile == 1 ? null : gender),
                            [.. roles]
                        ),
                        [
                            .. sessions.Select(session => new Draft(
                                new ProposalId(words),
                                ProposalKind.Ficha,
                                profile == 0 ? null : words,
                                at,
                                at,
                                session
                            )
                            {
                                Mesa = profile == 1 ? new MesaRef(new MesaId(words), 2, 5) : null,
                                RemindedAt = profile == 2 ? at : null,
                            }),
                        ]
                    )
                    {
                        Language = profile == 0 ? null : "en",
                        Mesa = profile == 0 ? new MesaRef(new MesaId(words), 7, 500) : null,
                        RefusesReminders = profile == 1,
                    }
                )
        );

    [Fact]
    public void Every_session_with_every_answer_reads_back_as_it_was() =>
        GenSession.Sample(session =>
            StoredSession.Of(session).ToSession() == session
            && Person(new ParticipantRecord(new ParticipantState(Participant.Unknown(new ParticipantId("p")), [Holding(session)])))
                .Drafts[0]
                .Session == session
        );

    [Fact]
    public void Every_person_reads_back_as_they_were() =>
        GenPerson.Sample(person =>
        {
            ParticipantRecord read = Person(person);
            Assert.Equal(person.Participant with { Roles = read.Participant.Roles }, read.Participant);
            Assert.Equal(person.Participant.Roles, read.Participant.Roles);
            Assert.Equal(person.State.Language, read.State.Language);
            Assert.Equal(person.State.Mesa, read.State.Mesa);
            Assert.Equal(person.State.RefusesReminders, read.State.RefusesReminders);
            Assert.Equal(person.Drafts.AsEnumerable(), read.Drafts.AsEnumerable());
        });

    [Fact]
    public void Every_place_in_a_conversation_reads_back_as_it_was() =>
        GenTalk.Sample(talk =>
        {
            ConversationState read = Conversation(new ConversationRecord(talk, [], [])).State;
            Assert.Equal(StoredJsonOf(talk), StoredJsonOf(read));
            Assert.Equal(
                talk with
                {
                    ActiveForm = null,
                    Pending = null,
                    Undo = null,
                },
                read with
                {
                    ActiveForm = null,
                    Pending = null,
                    Undo = null,
                }
            );
            Assert.Equal(
                (talk.ActiveForm?.GetType(), talk.Pending?.GetType(), talk.Undo?.GetType(), talk.Undo?.On),
                (read.ActiveForm?.GetType(), read.Pending?.GetType(), read.Undo?.GetType(), read.Undo?.On)
            );
        });

    [Fact]
    public void Every_consultation_reads_back_as_it_was() =>
        GenConsultation.Sample(consultation =>
        {
            Consultation read = StoredConsultation.Of(consultation).ToConsultation();
            return read with { Options = consultation.Options } == consultation && read.Options.SequenceEqual(consultation.Options);
        });

    [Fact]
    public void A_cards_data_stays_byte_for_byte()
    {
        const string Data = """{ "ñ" : "\u00f1", "n": 1.0, "lines": [ ] }""";
        var reply = new PendingReply("r", "Hola", "welcome", Encoding.UTF8.GetBytes(Data), "Hola");
        var turn = new TakenTurn(
            "t",
            new ConversationReference("webchat", "", "c", "u", null, "b", null, null, null),
            [reply],
            Sent: false
        );

        ConversationRecord read = Conversation(new ConversationRecord(ConversationState.New("es"), [turn], []));

        Assert.Equal(Data, Encoding.UTF8.GetString(read.Taken[0].Replies[0].Data.Span));
    }

    [Theory]
    [InlineData(
        true,
        """{"channel":"msteams","serviceUrl":"https://smba.example/","conversation":"c","user":"u","bot":"b","vouched":true}"""
    )]
    [InlineData(false, """{"channel":"msteams","serviceUrl":"https://smba.example/","conversation":"c","user":"u","bot":"b"}""")]
    public void A_stored_reference_keeps_whether_its_address_was_vouched_for(bool isVouched, string json)
    {
        var reference = new ConversationReference("msteams", "https://smba.example/", "c", "u", null, "b", null, null, null, isVouched);
        var turn = new TakenTurn("t", reference, [], Sent: true);

        string row = Encoding.UTF8.GetString(
            StoredRow.Write(
                StoredConversation.Of(new ConversationRecord(ConversationState.New("es"), [turn], [])),
                StoredRow.Json.StoredConversation
            )
        );

        Assert.Contains($"\"reference\":{json},", row, StringComparison.Ordinal);
        Assert.Equal(reference, Conversation(new ConversationRecord(ConversationState.New("es"), [turn], [])).Taken[0].Reference);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Whether_the_person_was_alone_with_the_bot_and_what_was_given_up_reads_back(bool isPrivate)
    {
        var reference = new ConversationReference("sms", "", "c", "u", null, "b", null, null, null) { IsPrivate = isPrivate };
        var turn = new TakenTurn("t", reference, [], Sent: true)
        {
            GivenUp = isPrivate ? null : new DateTimeOffset(2016, 5, 11, 9, 0, 0, TimeSpan.FromHours(-5)),
        };

        TakenTurn read = Conversation(new ConversationRecord(ConversationState.New("es"), [turn], [])).Taken[0];

        Assert.Equal((reference, turn.GivenUp), (read.Reference, read.GivenUp));
    }

    [Fact]
    public void A_stored_session_keeps_its_shape()
    {
        FormSession session = FormSession.Start("s1", AporteForm.Of(Plans.SmallPlan.Plan)) with
        {
            At = new FormPosition.Asking("objetivo"),
            Answers = ImmutableSortedDictionary
                .Create<string, Answer>(StringComparer.Ordinal)
                .Add("propuesta", new Answer.Text("Saneamiento básico"))
                .Add(
                    "cumplimiento",
                    new Answer.When(new PlanDate("Set 2016", DatePrecision.Month, new DateOnly(2016, 9, 1), new DateOnly(2016, 9, 30)))
                ),
            Skipped = ["problema"],
        };
        var person = new ParticipantRecord(new ParticipantState(Participant.Unknown(new ParticipantId("p")), [Holding(session)]));

        string json = Encoding.UTF8.GetString(StoredRow.Write(StoredPerson.Of(person), StoredRow.Json.StoredPerson));

        // These rows are kept for years: change the shape only with a version that still reads them.
        Assert.Equal(
            """{"v":1,"id":"p","roles":[]"""
                + ""","drafts":["""
                + """{"id":"d","kind":"Ficha","startedAt":"2016-05-11T09:00:00-05:00","changedAt":"2016-05-11T09:00:00-05:00","session":"""
                + """{"id":"s1","form":"aporte","formVersion":1,"revision":0"""
                + ""","at":{"kind":"asking","question":"objetivo","askedAgain":false,"thenReview":false},"answers":"""
                + """{"cumplimiento":{"kind":"when","date":"""
                + """{"words":"Set 2016","precision":"Month","earliest":"2016-09-01","latest":"2016-09-30"}}"""
                + ""","propuesta":{"kind":"text","words":"Saneamiento básico"}},"skipped":["problema"]}"""
                + ""","component":"seguras"}]}""",
            json
        );
    }

    [Theory]
    [InlineData("""{"v":1}""")]
    [InlineData("""{"v":2,"id":"p","roles":[],"drafts":[]}""")]
    [InlineData("""{"v":1,"id":"p","roles":[],"drafts":[],"nickname":"Ana"}""")]
    [InlineData("""{"v":1,"id":"p","roles":["Boss"],"drafts":[]}""")]
    [InlineData("""{"v":1,"id":null,"roles":[],"drafts":[]}""")]
    public void A_row_that_says_what_this_version_does_not_know_is_a_newer_ones_and_not_guessed(string json) =>
        Assert.Throws<UnknownVersionException>(() =>
            StoredRow.Read(new Entity("person", Encoding.UTF8.GetBytes(json), "1"), StoredRow.Json.StoredPerson)
        );

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""{"id":"p"}""")]
    [InlineData("nonsense")]
    public void A_row_that_is_not_of_its_shape_is_told_and_not_guessed(string json) =>
        Assert.Throws<InvalidDataException>(() =>
            StoredRow.Read(new Entity("person", Encoding.UTF8.GetBytes(json), "1"), StoredRow.Json.StoredPerson)
        );

    private static Gen<T?> Maybe<T>(Gen<T> gen)
        where T : struct => Gen.Select(gen, Gen.Bool).Select((value, there) => there ? value : (T?)null);

    private static Draft Holding(FormSession session)
    {
        var at = new DateTimeOffset(2016, 5, 11, 9, 0, 0, TimeSpan.FromHours(-5));
        return new Draft(new ProposalId("d"), ProposalKind.Ficha, "seguras", at, at, session);
    }

    private static ParticipantRecord Person(ParticipantRecord person) =>
        Read(
                StoredRow.Write(StoredPerson.Of(person), StoredRow.Json.StoredPerson),
                entity => StoredRow.Read(entity, StoredRow.Json.StoredPerson)
            )
            .ToPerson();

    private static ConversationRecord Conversation(ConversationRecord conversation) =>
        Read(
                StoredRow.Write(StoredConversation.Of(conversation), StoredRow.Json.StoredConversation),
                entity => StoredRow.Read(entity, StoredRow.Json.StoredConversation)
            )
            .ToConversation();

    private static string StoredJsonOf(ConversationState talk) =>
        Encoding.UTF8.GetString(
            StoredRow.Write(StoredConversation.Of(new ConversationRecord(talk, [], [])), StoredRow.Json.StoredConversation)
        );

    private static T Read<T>(byte[] json, Func<Entity, T> read) => read(new Entity("row", json, "1"));
}

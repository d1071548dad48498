using System.Text;
using AgaBot.Dialogs;
using AgaBot.Dialogs.Drafting;
using AgaBot.Forms.Walking;
using AgaBot.Plans;
using AgaBot.Plans.FormDefinitions;
using AgaBot.Storage.Records;
using AgaBot.Storage.Records.Conversations;
using AgaBot.Turns.Persistence;
using AgaBot.Turns.Requests;
using AgaBot.Turns.State;

namespace AgaBot.Tests.Storage.Records;

public sealed class ConversationRecordsTests : RecordsTests
{
    private static readonly ParticipantId Ana = new("msteams|29:ana/?#%");
    private static readonly string Here = "a:" + new string('z', 400);

    private static readonly ParticipantRecord Someone = new(
        new ParticipantState(
            Participant.Unknown(Ana) with
            {
                ConsentedOn = Day,
                Profile = new Profile("Ana", "GORE", "regional", Gender.Woman),
                Roles = [Role.Coordinator],
            },
            [
                new Draft(
                    new ProposalId("d"),
                    ProposalKind.Aporte,
                    "seguras",
                    Day,
                    Day,
                    FormSession.Start("s", AporteForm.Of(Plans.SmallPlan.Plan))
                ),
            ]
        )
    );

    private static readonly ConversationRecord Something = new(
        ConversationState.New("es") with
        {
            ActiveForm = new Proposing(new ProposalId("d")),
            MoreAfter = new ProposalCursor("o:…"),
        },
        [
            new TakenTurn(
                "t1",
                new ConversationReference("msteams", "https://smba.example/", Here, "29:ana", "Ana", "28:bot", null, "es-PE", "act-1"),
                [
                    new PendingReply(
                        "t1.1",
                        "¿Qué propone?",
                        "question-text",
                        Encoding.UTF8.GetBytes("""{"a": [1,  2], "ñ":"\u00f1", "fallbackText": "¿Qué propone?", "speak": "habla"}"""),
                        "habla"
                    ),
                    new PendingReply("t1.2", "Hola", null, default, ""),
                ],
                Sent: false
            ),
        ],
        ["t0"]
    );

    private ConversationRecords Records => new(Store);

    [Fact]
    public async Task Of_a_stranger_nothing_is_kept()
    {
        Loaded loaded = await Records.LoadAsync(Ana, Here, None);

        Assert.Equal(new Loaded(Ana, Here, null, null, null, null), loaded);
    }

    [Fact]
    public async Task What_was_committed_is_loaded_again()
    {
        Loaded committed = await Commit(await Load(), Someone, Something);

        Loaded loaded = await Load();

        Assert.Equal((committed.PersonTag, committed.ConversationTag), (loaded.PersonTag, loaded.ConversationTag));
        Assert.Equal(Someone.Participant, loaded.Person!.Participant with { Roles = Someone.Participant.Roles });
        Assert.Equal(Someone.Participant.Roles, loaded.Person.Participant.Roles);
        Assert.Equal(Someone.Drafts.AsEnumerable(), loaded.Person.Drafts.AsEnumerable());
        Assert.Equal(Something.State, loaded.Conversation!.State);
        Assert.Equal(Something.OlderTurns.AsEnumerable(), loaded.Conversation.OlderTurns.AsEnumerable());
        TakenTurn turn = Assert.Single(loaded.Conversation.Taken);
        Assert.Equal(Something.Taken[0], turn with { Replies = Something.Taken[0].Replies });
        Assert.Equal(Something.Taken[0].Replies.Select(Flat), turn.Replies.Select(Flat));
    }

    [Fact]
    public async Task Of_two_who_loaded_the_same_only_the_first_commits()
    {
        Loaded one = await Load();
        Loaded other = await Load();

        await Commit(one, Someone, Something);

        Assert.Null(await Records.CommitAsync(other, other with { Conversation = Something }, None));
    }

    [Fact]
    public async Task Two_conversations_of_one_person_do_not_both_change_the_person()
    {
        Loaded here = await Load();
        Loaded there = await Records.LoadAsync(Ana, "there", None);
        await Commit(here, Someone, Something);

        Assert.Null(await Records.CommitAsync(there, there with { Person = Someone, Conversation = Something }, None));
        Assert.Null((await Records.LoadAsync(Ana, "there", None)).Conversation);
    }

    [Fact]
    public async Task A_person_who_did_not_change_is_not_written()
    {
        Loaded first = await Commit(await Load(), Someone, Something);

        Loaded second = await Commit(first, first.Person!, Something with { OlderTurns = ["t0", "t1"] });

        Assert.Equal(first.PersonTag, second.PersonTag);
        Assert.NotEqual(first.ConversationTag, second.ConversationTag);
    }

    [Fact]
    public async Task A_commit_follows_on_a_commit_without_loading()
    {
        Loaded loaded = await Commit(await Load(), Someone, Something);

        for (int turn = 0; turn < 3; turn++)
            loaded = await Commit(
                loaded,
                new ParticipantRecord(Someone.State with { Drafts = [] }),
                Something with
                {
                    OlderTurns = [$"t{turn}"],
                }
            );

        Assert.Equal(["t2"], (await Load()).Conversation!.OlderTurns.AsEnumerable());
    }

    [Fact]
    public async Task A_row_of_a_newer_program_is_not_misread()
    {
        await Commit(await Load(), Someone, Something);
        string partition = RowKeys.PersonPartition(Ana);
        await OverwriteAsync(partition, RowKeys.Person, """{"v":2,"id":"x","roles":[],"drafts":[]}""");

        await Assert.ThrowsAsync<UnknownVersionException>(Load);
    }

    private static (string, string, string?, string, string) Flat(PendingReply reply) =>
        (reply.Id, reply.Text, reply.Template, Encoding.UTF8.GetString(reply.Data.Span), reply.Speak);

    private async Task<Loaded> Commit(Loaded before, ParticipantRecord person, ConversationRecord conversation)
    {
        Loaded? after = await Records.CommitAsync(before, before with { Person = person, Conversation = conversation }, None);
        Assert.NotNull(after);
        return after;
    }

    private Task<Loaded> Load() => Records.LoadAsync(Ana, Here, None).AsTask();
}

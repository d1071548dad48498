using AgaBot.Bench.Sentences;
using AgaBot.Dialogs;
using AgaBot.Dialogs.Inputs;
using AgaBot.Forms.Walking;
using AgaBot.Plans;
using AgaBot.Tests.Bench;

namespace AgaBot.Tests.Dialogs.TakingDown;

/// <summary>The sentences of the bench, said in a conversation where something could be sent or lost.</summary>
public sealed class SentencesInStatesTests
{
    private const string Idea = "El agua llega dos horas al día a mi barrio";

    private static readonly ParticipantId Ana = new("sms:ana");

    private static readonly IDialog Dialog = InMemoryDialog.Build(SentencesTests.Plan(), new InMemoryPlan());

    public static TheoryData<string, string[]> Places =>
        new()
        {
            { "outside, with a draft", ["proponer", "1", "Cámaras en los barrios", "seguimos mañana", "hola"] },
            { "at the review", ["proponer", "1", "Cámaras en los barrios", "enviar"] },
            { "at a choice", ["proponer"] },
            { "with an offer", [Idea] },
        };

    /// <summary>Nothing is sent, discarded, erased or linked unless the sentence is the command itself.</summary>
    [Theory]
    [MemberData(nameof(Places))]
    public async Task None_sends_or_loses_anything(string place, string[] before)
    {
        DialogState state = Start();
        foreach (string words in before)
            state = (await SayAsync(state, words)).State;

        foreach (TriedSentence sentence in SentencesTests.Sentences().Where(static sentence => !IsAct(sentence)))
        {
            Decision decision = await SayAsync(state, sentence.Text);
            Assert.True(
                !decision.Erase
                    && decision.Link is null
                    && decision.ConsultationChanges.IsEmpty
                    && !decision.PlanChanges.Any(static change => change is ProposalSubmitted or DraftDiscarded)
                    && state.Drafts.All(draft => Kept(decision.State, draft)),
                $"{place}: {sentence.Text}"
            );
        }
    }

    [Fact]
    public async Task A_sentence_with_a_code_is_not_kept()
    {
        Decision decision = await SayAsync(Start(), "Mi vecina pide entrar con la clave K7M4X-9QPD2 para ver las obras del distrito");

        Assert.Null(decision.State.Conversation.Offered);
    }

    [Fact]
    public async Task An_offer_ends_with_the_next_input()
    {
        DialogState offered = (await SayAsync(Start(), Idea)).State;
        Assert.Equal(Idea, offered.Conversation.Offered?.Text);

        Decision next = await SayAsync(offered, "avance");

        Assert.Null(next.State.Conversation.Offered);
        Assert.Empty((await SayAsync(next.State, "anotar como aporte")).State.Drafts);
    }

    [Fact]
    public async Task Somebody_without_consent_is_asked_first_and_a_no_forgets_the_sentence()
    {
        DialogState stranger = new(ParticipantState.Unknown(Ana), ConversationState.New("es"));
        DialogState asked = (await SayAsync((await SayAsync(stranger, Idea)).State, "aporte")).State;
        Assert.NotNull(asked.Conversation.Pending);

        Decision refused = await SayAsync(asked, "no");

        Assert.Null(refused.State.Conversation.Pending);
        Assert.Empty(refused.State.Drafts);
    }

    [Fact]
    public async Task A_text_that_does_not_fit_an_answer_is_not_kept()
    {
        Decision decision = await SayAsync(Start(), string.Join(' ', Enumerable.Repeat("En mi barrio falta agua limpia.", 200)));

        Assert.Null(decision.State.Conversation.Offered);
        Assert.Contains("4000", decision.Replies[0].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("listo")]
    [InlineData("ok")]
    [InlineData("dale")]
    [InlineData("sí")]
    public async Task At_the_review_it_is_sent_after_one_question(string words)
    {
        DialogState state = Start();
        foreach (string said in (string[])["proponer", "1", "Cámaras en los barrios", "enviar"])
            state = (await SayAsync(state, said)).State;

        Decision asked = await SayAsync(state, words);
        Assert.Empty(asked.PlanChanges);
        Decision sent = await SayAsync(asked.State, words);

        Assert.Contains(sent.PlanChanges, static change => change is ProposalSubmitted);
    }

    [Theory]
    [InlineData("quiero cambiar el objetivo", "objetivo")]
    [InlineData("cambiar el problema por favor", "problema")]
    [InlineData("corregir la fecha", "cumplimiento")]
    public async Task At_the_review_a_named_answer_is_asked_again(string words, string question)
    {
        DialogState state = Start();
        foreach (string said in (string[])["proponer", "1", "Cámaras en los barrios", "enviar"])
            state = (await SayAsync(state, said)).State;

        Decision decision = await SayAsync(state, words);

        Assert.Equal(question, Assert.IsType<FormPosition.Asking>(decision.State.OpenSession?.At).QuestionId);
    }

    private static bool IsAct(TriedSentence sentence) => sentence.Expected.Any(static came => came is "Send" or "Discard" or "OfferLink");

    private static bool Kept(DialogState state, Draft before) =>
        state.Drafts.FirstOrDefault(draft => draft.Id == before.Id) is { } after
        && before.Session.Answers.All(answer => after.Session.Answers.ContainsKey(answer.Key));

    private static DialogState Start() =>
        new(
            new ParticipantState(
                new Participant(Ana, DateTimeOffset.UnixEpoch, new Profile("Ana", "GORE", "gobierno-regional", null), []),
                []
            ),
            ConversationState.New("es") with
            {
                Greeted = true,
            }
        );

    private static ValueTask<Decision> SayAsync(DialogState state, string words) =>
        Dialog.DecideAsync(
            state,
            new TurnInput(new UserInput.Typed(words), Guid.NewGuid().ToString("N"), new DateOnly(2016, 5, 11), DateTimeOffset.UnixEpoch),
            CancellationToken.None
        );
}

using System.Text;
using AgaBot.Dialogs;
using AgaBot.Dialogs.Inputs;
using AgaBot.Forms;
using AgaBot.Plans;
using AgaBot.Plans.Files;
using AgaBot.Plans.FormDefinitions;
using AgaBot.Tests.Dialogs;
using AgaBot.Tests.Plans.Suggestions;

namespace AgaBot.Tests.Plans.Questions;

/// <summary>
/// A plan that follows today's template of the Open Government Partnership asks for an indicator, a baseline and a budget as well.
/// </summary>
public sealed class PlanQuestionTests
{
    private static readonly string File = System.Text.Encoding.UTF8.GetString(
        System.IO.File.ReadAllBytes(Path.Combine(Repository.Root, "Bot.Tests", "Plans", "Questions", "plantilla-aga.json"))
    );

    private static readonly Plan Template = Read(File);

    [Fact]
    public void They_follow_the_eight_and_can_be_skipped()
    {
        Form form = FichaForm.Of(Template);

        Assert.Equal(
            [
                "componente",
                "propuesta",
                "problema",
                "objetivo",
                "responsable",
                "corresponsables",
                "acciones",
                "cumplimiento",
                "indicador",
                "lineabase",
                "presupuesto",
            ],
            form.Questions.Select(question => question.Id)
        );
        Assert.Equal(["componente", "propuesta"], form.Questions.Where(question => question.Required).Select(question => question.Id));
    }

    [Fact]
    public void The_plan_of_the_workshop_asks_the_eight_alone()
    {
        Assert.Equal(8, FichaForm.Of(Advice.LaLibertad).Questions.Length);
        Assert.Equal(1, FichaForm.Of(Advice.LaLibertad).Version);
    }

    [Fact]
    public void An_aporte_asks_none_of_them() =>
        Assert.DoesNotContain(AporteForm.Of(Template).Questions, question => Template.FindQuestion(question.Id) is not null);

    [Theory]
    [InlineData(
        "\"kind\": \"text\"",
        "\"kind\": \"poem\"",
        "plantilla-aga.json(16): \"poem\" is no kind of question; text, line, list and date are."
    )]
    [InlineData("\"id\": \"indicador\"", "\"id\": \"problema\"", "plantilla-aga.json(15): the ficha asks \"problema\" already.")]
    [InlineData(
        "\"id\": \"indicador\"",
        "\"id\": \"linea-base\"",
        "plantilla-aga.json(15): \"linea-base\" cannot be a question's id: lower-case letters a to z and digits can."
    )]
    [InlineData("\"es\": \"Indicador\", ", "", "plantilla-aga.json(17): \"name\" needs the property \"es\".")]
    public void A_fault_is_told_with_its_line(string right, string wrong, string fault) =>
        Assert.Equal(fault, Assert.Throws<PlanFileException>(() => Read(File.Replace(right, wrong, StringComparison.Ordinal))).Message);

    [Theory]
    [InlineData(
        "es",
        "¿Con qué se medirá que se cumplió? (9 de 11)",
        "9. Indicador: 12 solicitudes al mes atendidas a tiempo",
        "Algo que se pueda contar"
    )]
    [InlineData(
        "en",
        "By what will its fulfilment be measured? (9 of 11)",
        "9. Indicator: 12 solicitudes al mes atendidas a tiempo",
        "Something that can be counted"
    )]
    public async Task They_are_asked_in_the_persons_language_and_stand_in_the_review(
        string language,
        string asked,
        string reviewed,
        string help
    )
    {
        IDialog dialog = InMemoryDialog.Build(Template, new InMemoryPlan());
        DialogState state = Known(language);
        string[] lines = ["proponer", "1", "Directiva de transparencia", "saltar", "saltar", "saltar", "saltar", "saltar"];
        foreach (string line in lines)
            (state, _) = await SayAsync(dialog, state, line);

        (state, string ninth) = await SayAsync(dialog, state, "marzo 2017");
        (state, string helped) = await SayAsync(dialog, state, "ayuda");
        (state, _) = await SayAsync(dialog, state, "12 solicitudes al mes atendidas a tiempo");
        (state, _) = await SayAsync(dialog, state, "saltar");
        (state, string review) = await SayAsync(dialog, state, "saltar");

        Assert.Contains(asked, ninth, StringComparison.Ordinal);
        Assert.Contains(help, helped, StringComparison.Ordinal);
        Assert.Contains(reviewed, review, StringComparison.Ordinal);
        (_, string sent) = await SayAsync(dialog, state, "enviar");
        Assert.Matches(@"\d{3}-\d{3}-\d", sent);
    }

    private static Plan Read(string json) => PlanFile.Read(Encoding.UTF8.GetBytes(json), "plantilla-aga.json");

    private static DialogState Known(string language) =>
        new(
            new ParticipantState(
                new Participant(
                    new ParticipantId("p"),
                    DateTimeOffset.UnixEpoch,
                    new Profile("Ana", "GORE", "gobierno-regional", null),
                    []
                ),
                []
            ),
            ConversationState.New(language) with
            {
                Greeted = true,
            }
        );

    private static async Task<(DialogState State, string Said)> SayAsync(IDialog dialog, DialogState state, string words)
    {
        Decision decision = await dialog.DecideAsync(
            state,
            new TurnInput(new UserInput.Typed(words), Guid.NewGuid().ToString("N"), new DateOnly(2016, 5, 11), DateTimeOffset.UnixEpoch),
            CancellationToken.None
        );
        return (decision.State, string.Join('\n', decision.Replies.Select(reply => reply.Text)));
    }
}

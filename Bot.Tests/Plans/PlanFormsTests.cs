using AgaBot.Forms;
using AgaBot.Forms.Walking;
using AgaBot.Plans;
using AgaBot.Plans.FormDefinitions;

namespace AgaBot.Tests.Plans;

public sealed class PlanFormsTests
{
    private static readonly ProfileWords Genders = new(new("Mujer", ["femenino"]), new("Hombre", []), new("Otro", []));

    [Fact]
    public void A_ficha_asks_the_eight_questions_of_the_paper_form_in_its_order() =>
        Assert.Equal(
            ["componente", "propuesta", "problema", "objetivo", "responsable", "corresponsables", "acciones", "cumplimiento"],
            FichaForm.Of(SmallPlan.Plan).Questions.Select(question => question.Id)
        );

    [Fact]
    public void Only_its_first_two_are_needed() =>
        Assert.Equal(
            ["componente", "propuesta"],
            FichaForm.Of(SmallPlan.Plan).Questions.Where(question => question.Required).Select(question => question.Id)
        );

    [Fact]
    public void Its_components_are_the_plans_in_their_order()
    {
        var componente = Assert.IsType<Question.Choice>(FichaForm.Of(SmallPlan.Plan).Find(FichaForm.Componente));

        Assert.Equal(
            SmallPlan.Plan.Components.Select(component => (component.Id, component.Name)),
            componente.Options.Select(option => (option.Id, option.Label))
        );
    }

    [Fact]
    public void An_aporte_is_a_ficha_without_component_and_fulfilment() =>
        Assert.Equal(FichaForm.Of(SmallPlan.Plan).Questions[1..^1].AsEnumerable(), AporteForm.Of(SmallPlan.Plan).Questions.AsEnumerable());

    [Fact]
    public void Only_the_gender_of_a_profile_can_be_skipped()
    {
        Form form = ProfileForm.Of(SmallPlan.Plan, Genders, "es");

        Assert.Equal(["genero"], form.Questions.Where(question => !question.Required).Select(question => question.Id));
    }

    [Theory]
    [InlineData("es", "Sector Académico")]
    [InlineData("en", "Academia")]
    public void Organisation_types_are_shown_in_the_persons_language_and_understood_in_both(string language, string label)
    {
        var tipo = Assert.IsType<Question.Choice>(ProfileForm.Of(SmallPlan.Plan, Genders, language).Find(ProfileForm.Tipo));

        Assert.Equal(label, tipo.Options[1].Label);
        Assert.Equal(["Sector Académico", "Academia", "universidad"], tipo.Options[1].Aliases.AsEnumerable());
    }

    [Theory]
    [InlineData("mujer", Gender.Woman)]
    [InlineData("hombre", Gender.Man)]
    [InlineData("otro", Gender.Other)]
    [InlineData(null, null)]
    public void A_submitted_profile_tells_who_the_person_is(string? answered, Gender? gender)
    {
        FormSession session = Session(
            ("nombre", new Answer.Text("Participante 07")),
            ("organizacion", new Answer.Text("Universidad")),
            ("tipo", new Answer.Choice("academia"))
        );
        if (answered is not null)
            session = session with { Answers = session.Answers.Add("genero", new Answer.Choice(answered)) };

        Assert.Equal(new Profile("Participante 07", "Universidad", "academia", gender), ProfileForm.Read(session));
    }

    [Fact]
    public void A_profile_cut_short_tells_nothing() =>
        Assert.Throws<ArgumentException>(() => ProfileForm.Read(Session(("nombre", new Answer.Text("Participante 07")))));

    private static FormSession Session(params (string Question, Answer Answer)[] answers)
    {
        FormSession session = FormSession.Start("s", ProfileForm.Of(SmallPlan.Plan, Genders, "es"));
        return session with
        {
            Answers = session.Answers.AddRange(answers.Select(answer => KeyValuePair.Create(answer.Question, answer.Answer))),
        };
    }
}

using AgaBot.Forms;
using AgaBot.Forms.Walking;

namespace AgaBot.Tests.Forms.Walking;

public sealed class FormCardTests
{
    [Fact]
    public void A_card_answers_by_the_option_s_id()
    {
        Walk ficha = new Walk(SampleForms.Ficha).Fills("componente", ("componente", "servicios"));
        Assert.Equal(["componente"], ficha.Taken);
        Assert.Equal("servicios", ficha.Answer<Answer.Choice>("componente").OptionId);
    }

    [Fact]
    public void An_id_that_is_another_option_s_number_is_the_id()
    {
        var question = new Question.Choice("mesa", true, [new Option("2", "Mesa de diálogo", []), new Option("1", "Mesa de partes", [])]);
        Walk walk = new Walk(SampleForms.Of(question)).Fills("mesa", ("mesa", "1"));
        Assert.Equal("1", walk.Answer<Answer.Choice>("mesa").OptionId);
    }

    [Fact]
    public void An_old_card_sent_twice_changes_nothing()
    {
        var ficha = new Walk(SampleForms.Ficha);
        FormInput.Fill card = ficha.Card("componente", ("componente", "servicios"));
        FormSession once = ficha.Does(card).Session;
        ficha.Does(card);
        Assert.Equal(new FormOutcome.Stale("componente"), ficha.Outcome);
        Assert.Equal(once, ficha.Session);
    }

    [Fact]
    public void A_card_of_another_question_is_old_even_in_the_same_revision()
    {
        Walk ficha = new Walk(SampleForms.Ficha).Fills("propuesta", ("propuesta", "Una propuesta"));
        Assert.Equal(new FormOutcome.Stale("propuesta"), ficha.Outcome);
    }

    [Fact]
    public void A_card_of_several_questions_is_taken_whole_and_sent()
    {
        Walk profile = new Walk(SampleForms.Profile).Fills(
            "consentimiento",
            ("nombre", "Participante 07"),
            ("consentimiento", "true"),
            ("genero", ""),
            ("boton", "seguir")
        );
        Assert.IsType<FormOutcome.Submitted>(profile.Outcome);
        Assert.Equal(new Answer.Text("Participante 07"), profile.Session.Answers["nombre"]);
        Assert.Contains("genero", profile.Session.Skipped);
    }

    [Fact]
    public void A_card_is_taken_up_to_what_does_not_fit()
    {
        Walk profile = new Walk(SampleForms.Profile).Fills(
            "consentimiento",
            ("consentimiento", "true"),
            ("nombre", new string('x', 101)),
            ("genero", "f")
        );
        Assert.Equal(new Problem.TooLong(101, 100), profile.RefusedFor("nombre"));
        Assert.Equal("nombre", profile.At);
        Assert.Equal(["consentimiento"], profile.Session.Answers.Keys);
    }

    [Fact]
    public void An_unticked_consent_is_asked_for_and_not_taken_as_a_no()
    {
        Walk profile = new Walk(SampleForms.Profile).Fills("consentimiento", ("consentimiento", "false"), ("nombre", "Participante 07"));
        Assert.IsType<Problem.Required>(profile.RefusedFor("consentimiento"));
    }

    [Fact]
    public void A_card_that_names_one_question_leaves_the_later_ones_open()
    {
        Walk ficha = new Walk(SampleForms.Ficha).Says("1", "Una propuesta").Fills("problema", ("problema", " "));
        Assert.Empty(ficha.Taken);
        Assert.Equal(["problema"], ficha.Session.Skipped);
        Assert.Equal("objetivo", ficha.At);
    }

    [Fact]
    public void A_card_filled_by_edit_leads_back_to_the_review()
    {
        Walk ficha = new Walk(SampleForms.Ficha)
            .Says("1", "Una propuesta")
            .Submits()
            .Edits(3)
            .Fills("problema", ("problema", "Un problema"), ("objetivo", "Un objetivo"));
        Assert.Equal(["problema", "objetivo"], ficha.Taken);
        Assert.IsType<FormPosition.Review>(ficha.Session.At);
    }

    [Fact]
    public void A_card_at_the_review_is_old()
    {
        Walk ficha = new Walk(SampleForms.Ficha).Says("1", "Una propuesta").Submits();
        Assert.Equal(new FormOutcome.Stale("objetivo"), ficha.Fills("objetivo", ("objetivo", "x")).Outcome);
        Assert.Equal(
            new FormOutcome.Stale("acciones"),
            ficha.Does(new FormInput.AddRow(ficha.Session.Revision, "acciones", ["x"])).Outcome
        );
    }
}

using AgaBot.Forms;
using AgaBot.Forms.Walking;

namespace AgaBot.Tests.Forms.Walking;

public sealed class FormWalkTests
{
    private readonly Walk ficha = new(SampleForms.Ficha);

    [Fact]
    public void A_ficha_is_answered_to_the_review_and_sent()
    {
        ficha.Says(
            "4",
            "Organizar escuelas familiares",
            "Incremento de la inseguridad ciudadana",
            "Disminuir los índices",
            "Gobierno Regional y\nGobiernos Locales",
            "Ministerio de Educación\nPNP",
            "· Proyectos de integración social; Jun 2016; Jul 2017\nOrganizar escuelas; 1 mes"
        );
        Assert.Equal(new FormOutcome.RowsChanged(2, 0), ficha.Outcome);

        ficha.Does(new FormInput.Done()).Says("julio 2017");
        Assert.IsType<FormPosition.Review>(ficha.Session.At);

        ficha.Submits();
        Assert.IsType<FormOutcome.Submitted>(ficha.Outcome);
        Assert.Equal(new FormPosition.Ended(true), ficha.Session.At);
        Assert.Equal(8, ficha.Session.Answers.Count);
        Assert.Equal("Gobierno Regional y\nGobiernos Locales", ficha.Answer<Answer.List>("responsable").Words);
    }

    [Fact]
    public void The_first_two_answers_are_enough_to_send()
    {
        ficha.Says("Mejora de los Servicios Públicos", "Plataforma Web que integre los servicios públicos").Submits();
        Assert.Empty(ficha.Taken);
        Assert.IsType<FormPosition.Review>(ficha.Session.At);
        Assert.Equal(6, ficha.Session.Skipped.Count);

        ficha.Submits();
        Assert.Equal(new FormPosition.Ended(true), ficha.Session.At);
    }

    [Fact]
    public void Sending_too_early_leads_to_the_first_missing_answer()
    {
        ficha.Edits(3).Submits();
        Assert.Equal(["componente", "propuesta"], Assert.IsType<FormOutcome.Incomplete>(ficha.Outcome).Missing.AsEnumerable());
        Assert.Equal("componente", ficha.At);
    }

    [Fact]
    public void Sending_too_early_passes_over_what_it_leads_past_and_nothing_else()
    {
        var form = new Form(
            "f",
            1,
            [new Question.Text("a", false, true), new Question.Text("b", true, true), new Question.Text("c", false, true)],
            true
        );
        Walk walk = new Walk(form).Submits();
        Assert.Equal("b", walk.At);
        Assert.Equal(["a"], walk.Session.Skipped);
        Assert.Equal("c", walk.Says("dos").At);
    }

    [Fact]
    public void A_required_question_is_not_skipped()
    {
        ficha.Skips();
        Assert.IsType<Problem.Required>(ficha.RefusedFor("componente"));
        ficha.Says("  \n ");
        Assert.IsType<Problem.Required>(ficha.RefusedFor("componente"));
        Assert.Equal(0, ficha.Session.Revision);
    }

    [Fact]
    public void Skipping_an_answered_question_keeps_its_answer()
    {
        ficha.Says("1", "Una propuesta", "Un problema").GoesBack().Skips();
        Assert.Equal("objetivo", ficha.At);
        Assert.Equal(new Answer.Text("Un problema"), ficha.Session.Answers["problema"]);
        Assert.DoesNotContain("problema", ficha.Session.Skipped);
    }

    [Fact]
    public void A_skipped_question_can_be_answered_later()
    {
        ficha.Says("1", "Una propuesta").Skips().GoesBack().Says("Un problema");
        Assert.Empty(ficha.Session.Skipped);
        Assert.Equal(["problema"], ficha.Taken);
    }

    [Fact]
    public void There_is_nothing_before_the_first_question()
    {
        ficha.GoesBack();
        Assert.IsType<FormOutcome.NotHere>(ficha.Outcome);
    }

    [Fact]
    public void Back_from_the_review_is_the_last_question()
    {
        ficha.Says("1", "Una propuesta").Submits().GoesBack();
        Assert.Equal("cumplimiento", ficha.At);
        ficha.Skips();
        Assert.IsType<FormPosition.Review>(ficha.Session.At);
    }

    [Fact]
    public void An_edited_answer_leads_back_to_the_review()
    {
        ficha.Says("1", "Una propuesta").Submits().Edits(2).Says("Otra propuesta");
        Assert.IsType<FormPosition.Review>(ficha.Session.At);
        Assert.Equal(["propuesta"], ficha.Taken);
        Assert.Equal(new Answer.Text("Otra propuesta"), ficha.Session.Answers["propuesta"]);
    }

    [Fact]
    public void An_edited_answer_in_the_middle_leads_back_to_where_the_walk_was()
    {
        ficha.Says("1", "Una propuesta", "Un problema").Edits(1).Says("Integridad");
        Assert.Equal("objetivo", ficha.At);
    }

    [Fact]
    public void An_edit_out_of_a_table_leads_back_into_it()
    {
        ficha.Says("1", "Una propuesta").Skips(4).Says("Comprar; Jun 2016").Edits(3).Edits(4).Says("Un objetivo");
        Assert.Equal(new FormPosition.Asking("acciones"), ficha.Session.At);
        Assert.Equal("cumplimiento", ficha.Says("Instalar; Jul 2016").Does(new FormInput.Done()).At);
    }

    [Fact]
    public void An_edit_of_where_one_came_from_is_coming_back()
    {
        ficha.Says("1", "Una propuesta").Edits(1).Edits(3);
        Assert.Equal(new FormPosition.Asking("problema"), ficha.Session.At);
    }

    [Fact]
    public void A_question_answered_ahead_is_not_asked_again()
    {
        ficha.Says("1").Edits(3).Says("Un problema");
        Assert.Equal("propuesta", ficha.At);
        Assert.Equal("objetivo", ficha.Says("Una propuesta").At);
    }

    [Fact]
    public void Forward_from_a_question_walked_back_to_is_one_step()
    {
        ficha.Says("1", "Una propuesta", "Un problema").GoesBack().GoesBack().Says("Otra propuesta");
        Assert.Equal("problema", ficha.At);
        Assert.Equal("objetivo", ficha.Skips().At);
    }

    [Fact]
    public void Back_from_an_edit_undoes_the_going_there()
    {
        ficha.Says("1", "Una propuesta").Submits().Edits(2).GoesBack();
        Assert.IsType<FormPosition.Review>(ficha.Session.At);
        Assert.Equal(new Answer.Text("Una propuesta"), ficha.Session.Answers["propuesta"]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(9)]
    [InlineData(int.MaxValue)]
    public void There_is_no_question_of_that_number(int number)
    {
        ficha.Says("1").Edits(number);
        Assert.IsType<FormOutcome.NotHere>(ficha.Outcome);
        Assert.Equal("propuesta", ficha.At);
    }

    [Fact]
    public void Help_is_about_the_question_at_hand_and_changes_nothing()
    {
        FormSession before = ficha.Says("1").Session;
        ficha.Does(new FormInput.Help());
        Assert.Equal(new FormOutcome.Helped("propuesta"), ficha.Outcome);
        Assert.Equal(before, ficha.Session);
    }

    [Fact]
    public void Words_at_the_review_are_no_answer()
    {
        ficha.Says("1", "Una propuesta").Submits().Says("tal vez");
        Assert.IsType<FormOutcome.NotHere>(ficha.Outcome);
        Assert.IsType<FormPosition.Review>(ficha.Session.At);
    }

    [Fact]
    public void Progress_counts_the_questions_that_are_asked()
    {
        Assert.Equal((1, 8), FormWalk.Progress(SampleForms.Ficha, ficha.Session));
        ficha.Says("1", "Una propuesta");
        Assert.Equal((3, 8), FormWalk.Progress(SampleForms.Ficha, ficha.Session));
        ficha.Submits();
        Assert.Null(FormWalk.Progress(SampleForms.Ficha, ficha.Session));
    }

    [Fact]
    public void A_form_without_review_is_sent_by_its_last_answer()
    {
        Walk walk = new Walk(SampleForms.Of(new Question.Text("opinion", true, true), hasReview: false)).Says("Más serenazgo");
        Assert.IsType<FormOutcome.Submitted>(walk.Outcome);
        Assert.Equal(new FormPosition.Ended(true), walk.Session.At);
    }

    [Fact]
    public void Without_consent_the_form_ends()
    {
        Walk walk = new Walk(SampleForms.Profile).Says("no");
        Assert.IsType<FormOutcome.Cancelled>(walk.Outcome);
        Assert.Equal(new FormPosition.Ended(false), walk.Session.At);
    }

    [Fact]
    public void A_walk_that_ended_takes_nothing_more()
    {
        FormSession ended = ficha.Says("1", "Una propuesta").Submits().Submits().Session;
        foreach (
            FormInput input in new FormInput[]
            {
                new FormInput.Say("2"),
                new FormInput.Back(),
                new FormInput.Restart(),
                new FormInput.Submit(),
            }
        )
        {
            ficha.Does(input);
            Assert.Equal(new FormOutcome.Stale(null), ficha.Outcome);
            Assert.Equal(ended, ficha.Session);
        }
    }

    [Fact]
    public void A_session_of_another_form_is_our_mistake() =>
        Assert.Throws<ArgumentException>(() => FormWalk.Advance(SampleForms.Profile, ficha.Session, new FormInput.Help(), Walk.Today));
}

using AgaBot.Forms;
using AgaBot.Forms.Walking;

namespace AgaBot.Tests.Forms.Walking;

public sealed class ConditionalQuestionTests
{
    private readonly Walk consultation = new(SampleForms.Consultation);

    [Fact]
    public void A_question_is_asked_while_its_condition_holds()
    {
        Assert.Equal("lista", consultation.Says("opciones").At);
        Assert.Equal((2, 6), FormWalk.Progress(SampleForms.Consultation, consultation.Session));
    }

    [Fact]
    public void A_question_is_passed_by_while_its_condition_does_not_hold()
    {
        Assert.Equal("meta", consultation.Says("abierta").At);
        Assert.Equal((2, 5), FormWalk.Progress(SampleForms.Consultation, consultation.Session));
    }

    [Fact]
    public void Its_answer_waits_for_the_condition_to_hold_again()
    {
        consultation.Says("opciones", "Sí, No").Edits(1).Says("abierta");
        Assert.DoesNotContain(FormWalk.Asked(SampleForms.Consultation, consultation.Session), question => question.Id == "lista");

        consultation.Edits(1).Says("opciones");
        Assert.Equal("Sí, No", consultation.Answer<Answer.List>("lista").Words);
        Assert.Contains(FormWalk.Asked(SampleForms.Consultation, consultation.Session), question => question.Id == "lista");
    }

    [Fact]
    public void An_edit_at_the_review_that_opens_a_question_asks_it()
    {
        consultation.Says("abierta").Skips(3).Says("julio 2017");
        Assert.IsType<FormPosition.Review>(consultation.Session.At);

        consultation.Edits(1).Says("opciones");
        Assert.Equal("lista", consultation.At);
        consultation.Says("Sí, No");
        Assert.IsType<FormPosition.Review>(consultation.Session.At);
    }
}

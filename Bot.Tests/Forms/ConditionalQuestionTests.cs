using AgaBot.Forms;

namespace AgaBot.Tests.Forms;

public sealed class ConditionalQuestionTests
{
    private readonly Walk _consultation = new(SampleForms.Consultation);

    [Fact]
    public void A_question_is_asked_while_its_condition_holds()
    {
        Assert.Equal("lista", _consultation.Says("opciones").At);
        Assert.Equal((2, 6), FormWalk.Progress(SampleForms.Consultation, _consultation.Session));
    }

    [Fact]
    public void A_question_is_passed_by_while_its_condition_does_not_hold()
    {
        Assert.Equal("meta", _consultation.Says("abierta").At);
        Assert.Equal((2, 5), FormWalk.Progress(SampleForms.Consultation, _consultation.Session));
    }

    [Fact]
    public void Its_answer_waits_for_the_condition_to_hold_again()
    {
        _consultation.Says("opciones", "Sí, No").Edits(1).Says("abierta");
        Assert.DoesNotContain(FormWalk.Asked(SampleForms.Consultation, _consultation.Session), question => question.Id == "lista");

        _consultation.Edits(1).Says("opciones");
        Assert.Equal("Sí, No", _consultation.Answer<Answer.List>("lista").Words);
        Assert.Contains(FormWalk.Asked(SampleForms.Consultation, _consultation.Session), question => question.Id == "lista");
    }

    [Fact]
    public void An_edit_at_the_review_that_opens_a_question_asks_it()
    {
        _consultation.Says("abierta").Skips(3).Says("julio 2017");
        Assert.IsType<Place.Review>(_consultation.Session.At);

        _consultation.Edits(1).Says("opciones");
        Assert.Equal("lista", _consultation.At);
        _consultation.Says("Sí, No");
        Assert.IsType<Place.Review>(_consultation.Session.At);
    }
}

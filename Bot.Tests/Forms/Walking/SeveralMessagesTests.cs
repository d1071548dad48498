using AgaBot.Forms;
using AgaBot.Forms.Walking;

namespace AgaBot.Tests.Forms.Walking;

/// <summary>A long answer that is typed in several messages.</summary>
public sealed class SeveralMessagesTests
{
    private readonly Walk ficha = new Walk(SampleForms.Ficha).Says("1");

    [Theory]
    [InlineData(new[] { "Proponer:", "- una directiva", "- un área responsable" }, "Proponer:\n- una directiva\n- un área responsable")]
    [InlineData(new[] { "Mejorar la seguridad,", "la limpieza y el agua" }, "Mejorar la seguridad, la limpieza y el agua")]
    [InlineData(new[] { "· Una directiva\n·", "· Un área responsable" }, "· Una directiva\n· Un área responsable")]
    [InlineData(new[] { "1. Una directiva\n2.", "Un área responsable" }, "1. Una directiva\n2. Un área responsable")]
    [InlineData(new[] { "Uno,", "- dos" }, "Uno,\n- dos")]
    public void What_ends_as_if_more_followed_waits_for_more_until_listo(string[] messages, string whole)
    {
        ficha.Says(messages);
        Assert.Equal(new FormOutcome.GoesOn("propuesta"), ficha.Outcome);
        Assert.Equal("propuesta", ficha.At);

        ficha.Does(new FormInput.Done());
        Assert.Equal("problema", ficha.At);
        Assert.Equal(whole, ficha.Answer<Answer.Text>("propuesta").Value);
        Assert.Empty(ficha.Session.Unfinished);
    }

    [Theory]
    [InlineData("Fortalecer la infraestructura tecnológica del GORE La Libertad")]
    [InlineData("· Una directiva.\n· Un área responsable")]
    [InlineData("mejorar el agua porque no hay y la gente se queja mucho")]
    [InlineData("Atender de 8:00 a 16:00")]
    public void Any_other_message_is_the_whole_answer(string words)
    {
        ficha.Says(words);
        Assert.Equal("problema", ficha.At);
        Assert.Equal(words, ficha.Answer<Answer.Text>("propuesta").Value);
    }

    [Fact]
    public void What_was_said_so_far_is_kept_by_going_back_and_goes_on_after_it()
    {
        ficha.Says("Proponer:", "- una directiva").GoesBack();
        Assert.Equal("componente", ficha.At);
        Assert.Equal("Proponer:\n- una directiva", ficha.Answer<Answer.Text>("propuesta").Value);

        ficha.Says("3", "- un área responsable").Does(new FormInput.Done());
        Assert.Equal("Proponer:\n- una directiva\n- un área responsable", ficha.Answer<Answer.Text>("propuesta").Value);
    }

    [Fact]
    public void Skip_ends_it_as_well()
    {
        ficha.Says("Proponer una directiva,").Skips();
        Assert.Equal("problema", ficha.At);
        Assert.Equal("Proponer una directiva,", ficha.Answer<Answer.Text>("propuesta").Value);
    }

    [Fact]
    public void A_card_holds_the_whole_and_ends_it()
    {
        ficha.Says("Proponer:").Fills("propuesta", ("propuesta", "Proponer:\n- una directiva"));
        Assert.Equal("problema", ficha.At);
        Assert.Empty(ficha.Session.Unfinished);
    }

    [Fact]
    public void Too_much_is_told_with_its_length_and_what_came_before_is_kept()
    {
        ficha.Says("Proponer:", new string('x', 4_000));
        Assert.Equal(new Problem.TooLong(4_010, 4_000, 9), ficha.RefusedFor("propuesta"));
        Assert.Equal("Proponer:", ficha.Answer<Answer.Text>("propuesta").Value);

        ficha.Says("una directiva").Does(new FormInput.Done());
        Assert.Equal("Proponer:\nuna directiva", ficha.Answer<Answer.Text>("propuesta").Value);
    }

    [Fact]
    public void At_the_review_it_is_sent_as_it_stands()
    {
        ficha.Says("Proponer:").Submits().Submits();
        Assert.IsType<FormOutcome.Submitted>(ficha.Outcome);
    }

    [Fact]
    public void A_form_without_a_review_takes_one_message_for_one_answer()
    {
        Walk walk = new Walk(SampleForms.Of(new Question.Text("respuesta", true, true), hasReview: false)).Says("Que haya agua,");
        Assert.IsType<FormOutcome.Submitted>(walk.Outcome);
    }
}

using AgaBot.Forms;
using AgaBot.Forms.Walking;

namespace AgaBot.Tests.Forms.Walking;

public sealed class FormConfirmationTests
{
    private readonly Walk ficha = new Walk(SampleForms.Ficha).Says("1", "Una propuesta");

    [Fact]
    public void An_empty_form_is_left_at_once()
    {
        Walk empty = new Walk(SampleForms.Ficha).Cancels();
        Assert.IsType<FormOutcome.Cancelled>(empty.Outcome);
    }

    [Theory]
    [InlineData("sí")]
    [InlineData("SI.")]
    [InlineData("s")]
    [InlineData("yes")]
    [InlineData("y")]
    public void A_yes_cancels(string yes)
    {
        ficha.Cancels();
        Assert.Equal(new FormOutcome.AskedToConfirm(Confirmable.Cancel), ficha.Outcome);
        ficha.Says(yes);
        Assert.IsType<FormOutcome.Cancelled>(ficha.Outcome);
        Assert.Equal(new FormPosition.Ended(false), ficha.Session.At);
    }

    [Theory]
    [InlineData("no")]
    [InlineData("N")]
    public void A_no_goes_back_to_the_question(string no)
    {
        ficha.Cancels().Says(no);
        Assert.IsType<FormOutcome.Resumed>(ficha.Outcome);
        Assert.Equal("problema", ficha.At);
    }

    [Fact]
    public void Going_back_takes_the_cancelling_back() => Assert.IsType<FormOutcome.Resumed>(ficha.Cancels().GoesBack().Outcome);

    [Fact]
    public void Anything_else_is_asked_again()
    {
        FormSession asked = ficha.Cancels().Session;
        ficha.Says("sí, pero no ahora");
        Assert.IsType<Problem.NeitherYesNorNo>(ficha.RefusedFor("problema"));
        Assert.Equal(asked, ficha.Session);
    }

    [Fact]
    public void Confirming_never_stacks_upon_confirming()
    {
        ficha.Cancels().Does(new FormInput.Restart()).Cancels();
        Assert.Equal(new FormPosition.Confirming(Confirmable.Cancel, new FormPosition.Asking("problema")), ficha.Session.At);
    }

    [Fact]
    public void A_restart_begins_with_no_answers_and_makes_old_cards_old()
    {
        FormInput.Fill old = ficha.Card("problema", ("problema", "Tarde"));
        int revision = ficha.Session.Revision;
        ficha.Does(new FormInput.Restart()).Says("sí");
        Assert.IsType<FormOutcome.Restarted>(ficha.Outcome);
        Assert.True(ficha.Session.IsEmpty);
        Assert.Equal("componente", ficha.At);
        Assert.True(ficha.Session.Revision > revision);
        Assert.Equal(new FormOutcome.Stale("problema"), ficha.Does(old).Outcome);
    }

    [Theory]
    [InlineData("ok")]
    [InlineData("Dale")]
    [InlineData("sí")]
    public void At_the_review_a_word_that_may_mean_send_is_asked_about_once(string word)
    {
        ficha.Submits().Says(word);
        Assert.Equal(new FormOutcome.AskedToConfirm(Confirmable.Send), ficha.Outcome);
        Assert.IsType<FormOutcome.Submitted>(ficha.Says(word).Outcome);
    }

    [Fact]
    public void So_is_listo() => Assert.IsType<FormOutcome.Submitted>(ficha.Submits().Does(new FormInput.Done()).Submits().Outcome);

    [Fact]
    public void A_no_or_another_input_leaves_it_at_the_review()
    {
        ficha.Submits().Says("ok", "no");
        Assert.IsType<FormPosition.Review>(ficha.Session.At);
        Assert.Equal("objetivo", ficha.Says("ok").Edits(4).At);
        Assert.IsType<FormOutcome.NotHere>(ficha.Submits().Says("ok", "tal vez").Outcome);
        Assert.IsType<FormPosition.Review>(ficha.Session.At);
    }
}

using AgaBot.Forms;

namespace AgaBot.Tests.Forms;

public sealed class FormConfirmationTests
{
    private readonly Walk _ficha = new Walk(SampleForms.Ficha).Says("1", "Una propuesta");

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
        _ficha.Cancels();
        Assert.Equal(new FormOutcome.AskedToConfirm(Confirmable.Cancel), _ficha.Outcome);
        _ficha.Says(yes);
        Assert.IsType<FormOutcome.Cancelled>(_ficha.Outcome);
        Assert.Equal(new Place.Ended(false), _ficha.Session.At);
    }

    [Theory]
    [InlineData("no")]
    [InlineData("N")]
    public void A_no_goes_back_to_the_question(string no)
    {
        _ficha.Cancels().Says(no);
        Assert.IsType<FormOutcome.Resumed>(_ficha.Outcome);
        Assert.Equal("problema", _ficha.At);
    }

    [Fact]
    public void Going_back_takes_the_cancelling_back() =>
        Assert.IsType<FormOutcome.Resumed>(_ficha.Cancels().GoesBack().Outcome);

    [Fact]
    public void Anything_else_is_asked_again()
    {
        FormSession asked = _ficha.Cancels().Session;
        _ficha.Says("sí, pero no ahora");
        Assert.IsType<Problem.NeitherYesNorNo>(_ficha.RefusedFor("problema"));
        Assert.Equal(asked, _ficha.Session);
    }

    [Fact]
    public void Confirming_never_stacks_upon_confirming()
    {
        _ficha.Cancels().Does(new FormInput.Restart()).Cancels();
        Assert.Equal(new Place.Confirming(Confirmable.Cancel, new Place.Asking("problema")), _ficha.Session.At);
    }

    [Fact]
    public void A_restart_begins_with_no_answers_and_makes_old_cards_old()
    {
        FormInput.Fill old = _ficha.Card("problema", ("problema", "Tarde"));
        int revision = _ficha.Session.Revision;
        _ficha.Does(new FormInput.Restart()).Says("sí");
        Assert.IsType<FormOutcome.Restarted>(_ficha.Outcome);
        Assert.True(_ficha.Session.IsEmpty);
        Assert.Equal("componente", _ficha.At);
        Assert.True(_ficha.Session.Revision > revision);
        Assert.Equal(new FormOutcome.Stale("problema"), _ficha.Does(old).Outcome);
    }
}

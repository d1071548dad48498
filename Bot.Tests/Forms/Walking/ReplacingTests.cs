using AgaBot.Forms;
using AgaBot.Forms.Dates;
using AgaBot.Forms.Walking;

namespace AgaBot.Tests.Forms.Walking;

/// <summary>Answers and rows replaced in one message, from elsewhere in the form.</summary>
public sealed class ReplacingTests
{
    private readonly Walk ficha = new Walk(SampleForms.Ficha)
        .Says("1", "Propuesta", "Problema", "Objetivo", "MININTER", "PNP", "Uno; Jul 2016; Jun 2016")
        .Does(new FormInput.Done());

    [Fact]
    public void Another_answer_leaves_the_person_where_they_are()
    {
        ficha.Does(new FormInput.Replace(5, "Ministerio del Interior"));
        Assert.Equal(new FormOutcome.Replaced("responsable"), ficha.Outcome);
        Assert.Equal("cumplimiento", ficha.At);
        Assert.Equal("Ministerio del Interior", ficha.Answer<Answer.List>("responsable").Words);
    }

    [Fact]
    public void A_row_is_replaced_from_the_review()
    {
        ficha.Says("Jul 2017").Does(new FormInput.ReplaceRow(1, "; Jun 2016; Jul 2016"));
        Assert.Equal(new FormOutcome.RowChanged(1), ficha.Outcome);
        Assert.IsType<FormPosition.Review>(ficha.Session.At);
        Assert.Equal(["Uno", "Jun 2016", "Jul 2016"], ficha.Answer<Answer.Rows>("acciones").Items[0].Cells.Select(cell => cell.Words));
    }

    [Fact]
    public void A_row_is_replaced_from_its_table()
    {
        ficha.GoesBack().Does(new FormInput.ReplaceRow(1, "Dos"));
        Assert.Equal("acciones", ficha.At);
        Assert.Equal("Dos", ficha.Answer<Answer.Rows>("acciones").Items[0].Cells[0].Words);
    }

    [Fact]
    public void What_is_not_understood_changes_nothing_and_a_date_is_asked_about_once()
    {
        ficha.Does(new FormInput.Replace(1, "otra cosa"));
        Assert.IsType<Problem.NoSuchOption>(ficha.RefusedFor("componente"));
        Assert.Equal("cumplimiento", ficha.At);

        ficha.Says("Jul 2017").Does(new FormInput.Replace(8, "cuando se pueda"));
        Assert.IsType<Problem.UnclearDate>(ficha.RefusedFor("cumplimiento"));
        ficha.Says("cuando se pueda");
        Assert.IsType<FormPosition.Review>(ficha.Session.At);
        Assert.Equal(PlanDate.AsWords("cuando se pueda"), ficha.Answer<Answer.When>("cumplimiento").Date);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(9)]
    public void A_table_and_what_is_not_asked_are_not_replaced(int number) =>
        Assert.IsType<FormOutcome.NotHere>(ficha.Does(new FormInput.Replace(number, "x")).Outcome);

    [Fact]
    public void Words_that_stand_in_the_table_mean_on_a_later_day_what_they_meant_when_they_were_said()
    {
        ficha.GoesBack().Says("Dos; en 1 mes; en 3 meses").Does(new FormInput.Done()).Says("Jul 2016");

        ficha.Later(20).Does(new FormInput.Replace(8, "en 3 meses"));

        Assert.Equal(new DateOnly(2016, 8, 11), ficha.Answer<Answer.When>("cumplimiento").Date.Latest);
    }

    [Fact]
    public void Cells_of_a_row_that_is_changed_later_keep_their_meaning_where_they_keep_their_words()
    {
        ficha.GoesBack().Says("Dos; en 3 meses; en 1 mes");

        ficha.Later(20).Does(new FormInput.ReplaceRow(2, "; en 1 mes; en 3 meses"));
        Assert.Equal(
            [new DateOnly(2016, 6, 11), new DateOnly(2016, 8, 11)],
            ficha
                .Answer<Answer.Rows>("acciones")
                .Items[1]
                .Cells.Where(cell => cell.Date is not null)
                .Select(cell => cell.Date!.Latest!.Value)
        );

        ficha.Does(new FormInput.ReplaceRow(2, "fin: en 2 meses"));
        Assert.Equal(
            [new DateOnly(2016, 6, 11), new DateOnly(2016, 7, 31)],
            ficha
                .Answer<Answer.Rows>("acciones")
                .Items[1]
                .Cells.Where(cell => cell.Date is not null)
                .Select(cell => cell.Date!.Latest!.Value)
        );
    }

    [Fact]
    public void A_date_that_its_card_shows_and_that_is_left_as_it_is_stays_the_same_day()
    {
        ficha.Says("en 3 meses").Edits(8);

        ficha.Later(20).Fills("cumplimiento", ("cumplimiento", "en 3 meses"));
        Assert.Equal(new DateOnly(2016, 8, 11), ficha.Answer<Answer.When>("cumplimiento").Date.Latest);

        ficha.Edits(8).Says("en 3 meses");
        Assert.Equal(new DateOnly(2016, 8, 31), ficha.Answer<Answer.When>("cumplimiento").Date.Latest);
    }

    /// <summary>A counterexample to the property "back, then forward, is the identity".</summary>
    [Fact]
    public void A_choice_that_asks_one_more_question_leads_from_the_review_to_it()
    {
        Walk walk = new Walk(SampleForms.Consultation).Says("Abierta").Skips(3).Says("diciembre de 2016");
        Assert.IsType<FormPosition.Review>(walk.Session.At);

        walk.Does(new FormInput.Replace(1, "Opciones"));

        Assert.IsType<FormOutcome.Replaced>(walk.Outcome);
        Assert.Equal("lista", walk.At);
        Assert.IsType<FormPosition.Review>(walk.Says("una, otra").Session.At);
    }

    /// <summary>Another counterexample to that property: forward from the question before would not have led back.</summary>
    [Fact]
    public void A_choice_that_asks_one_more_question_leads_to_it_from_a_later_question_and_then_back_there()
    {
        Walk walk = new Walk(SampleForms.Consultation).Says("Abierta").Skips();
        Assert.Equal("dia", walk.At);

        walk.Does(new FormInput.Replace(1, "Opciones"));

        Assert.IsType<FormOutcome.Replaced>(walk.Outcome);
        Assert.Equal("lista", walk.At);
        Assert.Equal("dia", walk.Says("una, otra").At);
    }

    [Fact]
    public void A_question_being_changed_is_answered_before_the_one_that_a_choice_adds()
    {
        Walk walk = new Walk(SampleForms.Consultation).Says("Abierta").Skips(3).Says("diciembre de 2016").Edits(2);

        walk.Does(new FormInput.Replace(1, "Opciones"));

        Assert.Equal("meta", walk.At);
        Assert.Equal("lista", walk.Says("100").At);
    }

    [Fact]
    public void A_choice_that_asks_the_question_at_hand_no_more_leads_to_the_one_after_it()
    {
        Walk walk = new Walk(SampleForms.Consultation).Says("Opciones");
        Assert.Equal("lista", walk.At);

        walk.Does(new FormInput.Replace(1, "Abierta"));

        Assert.IsType<FormOutcome.Replaced>(walk.Outcome);
        Assert.Equal("meta", walk.At);
        Assert.Equal("dia", walk.Says("100").At);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_choice_that_asks_the_question_at_hand_no_more_leads_to_the_review_where_nothing_is_open(bool byEdit)
    {
        Walk walk = new Walk(SampleForms.Consultation).Says("Opciones", "una, otra").Skips(3).Says("diciembre de 2016");
        if (byEdit)
            walk.Edits(2);
        else
            walk.GoesBack().GoesBack().GoesBack().GoesBack().GoesBack();
        Assert.Equal("lista", walk.At);

        walk.Does(new FormInput.Replace(1, "Abierta"));

        Assert.IsType<FormPosition.Review>(walk.Session.At);
        Assert.Equal(["una", "otra"], walk.Answer<Answer.List>("lista").Items.AsEnumerable());
    }
}

using AgaBot.Forms;
using AgaBot.Forms.Dates;
using AgaBot.Forms.Walking;

namespace AgaBot.Tests.Forms.Walking;

/// <summary>Rows of a table that are changed, moved and removed.</summary>
public sealed class OneRowTests
{
    private readonly Walk table = new Walk(SampleForms.Of(SampleForms.Actions)).Says("Uno; Jun 2016; Jul 2016\nDos; 2016\nTres");

    private IEnumerable<string> Rows =>
        table.Answer<Answer.Rows>("acciones").Items.Select(row => string.Join("; ", row.Cells.Select(cell => cell.Words)));

    [Theory]
    [InlineData("Otra", "Otra; Jun 2016; Jul 2016")]
    [InlineData("Otra; Ago 2016; Set 2016", "Otra; Ago 2016; Set 2016")]
    [InlineData("; ; Dic 2016", "Uno; Jun 2016; Dic 2016")]
    [InlineData("; -; -", "Uno; ; ")]
    [InlineData("fin: Dic 2016", "Uno; Jun 2016; Dic 2016")]
    [InlineData("Inicio mayo 2016", "Uno; mayo 2016; Jul 2016")]
    [InlineData("fin: -", "Uno; Jun 2016; ")]
    [InlineData("acción: Fin de la obra", "Fin de la obra; Jun 2016; Jul 2016")]
    [InlineData("Fin de la obra", "Fin de la obra; Jun 2016; Jul 2016")]
    public void A_row_is_changed_where_something_else_is_said(string words, string row)
    {
        table.Does(new FormInput.EditRow(null, 1)).Says(words);

        Assert.Equal(new FormOutcome.RowChanged(1), table.Outcome);
        Assert.Equal([row, "Dos; 2016; ", "Tres; ; "], Rows);
        Assert.Equal(new FormPosition.Asking("acciones"), table.Session.At);
    }

    [Fact]
    public void A_changed_date_is_read_anew()
    {
        table.Does(new FormInput.EditRow(null, 2)).Says("fin: dic 2016");
        Assert.Equal(
            new PlanDate("dic 2016", DatePrecision.Month, new(2016, 12, 1), new(2016, 12, 31)),
            table.Answer<Answer.Rows>("acciones").Items[1].Cells[2].Date
        );
    }

    [Fact]
    public void A_date_alone_is_asked_about()
    {
        table.Does(new FormInput.EditRow(null, 1)).Says("julio 2017");
        Assert.Equal(new Problem.WhichDate("julio 2017"), table.RefusedFor("acciones"));
        Assert.Equal(new RowAtHand(1, false), ((FormPosition.Asking)table.Session.At).Row);
    }

    [Fact]
    public void Several_lines_take_the_place_of_one()
    {
        table.Does(new FormInput.EditRow(null, 2)).Says("Dos a; 2016\nDos b; 2017");
        Assert.Equal(["Uno; Jun 2016; Jul 2016", "Dos a; 2016; ", "Dos b; 2017; ", "Tres; ; "], Rows);
    }

    [Fact]
    public void A_card_changes_a_row_word_for_word()
    {
        table.Does(new FormInput.EditRow(table.Session.Revision, 2));
        table.Does(new FormInput.AddRow(table.Session.Revision, "acciones", ["Dos; y más", "", "Jul 2017"]));
        Assert.Equal(["Uno; Jun 2016; Jul 2016", "Dos; y más; ; Jul 2017", "Tres; ; "], Rows);
    }

    [Fact]
    public void An_old_card_changes_no_row()
    {
        table.Does(new FormInput.EditRow(table.Session.Revision, 2));
        int old = table.Session.Revision;
        table.Says("Dos a");
        Assert.Equal(new FormOutcome.Stale("acciones"), table.Does(new FormInput.AddRow(old, "acciones", ["x", "", ""])).Outcome);
        Assert.Equal(new FormOutcome.Stale("acciones"), table.Does(new FormInput.EditRow(old, 1)).Outcome);
        Assert.Equal(new FormOutcome.Stale("acciones"), table.Does(new FormInput.MoveRow(old, 1, 1)).Outcome);
        Assert.Equal(["Uno; Jun 2016; Jul 2016", "Dos a; 2016; ", "Tres; ; "], Rows);
    }

    [Fact]
    public void Back_and_skip_leave_the_row_as_it_is()
    {
        Assert.Equal(new FormPosition.Asking("acciones"), table.Does(new FormInput.EditRow(null, 2)).GoesBack().Session.At);
        Assert.Equal(new FormPosition.Asking("acciones"), table.Does(new FormInput.EditRow(null, 2)).Skips().Session.At);
        Assert.Equal(3, Rows.Count());
    }

    [Fact]
    public void Done_ends_the_table_with_the_row_as_it_was()
    {
        table.Does(new FormInput.EditRow(null, 2)).Does(new FormInput.Done());
        Assert.IsType<FormPosition.Review>(table.Session.At);
        Assert.Equal("Dos; 2016; ", Rows.ElementAt(1));
    }

    [Fact]
    public void Rows_change_places()
    {
        table.Does(new FormInput.MoveRow(null, 3, -1));
        Assert.Equal(new FormOutcome.RowMoved(3, 2), table.Outcome);
        table.Does(new FormInput.MoveRow(null, 1, 1));
        Assert.Equal(["Tres; ; ", "Uno; Jun 2016; Jul 2016", "Dos; 2016; "], Rows);
    }

    [Theory]
    [InlineData(1, -1)]
    [InlineData(3, 1)]
    [InlineData(4, -1)]
    [InlineData(0, 1)]
    public void No_row_moves_out_of_the_table(int number, int by)
    {
        Assert.IsType<FormOutcome.NotHere>(table.Does(new FormInput.MoveRow(null, number, by)).Outcome);
        Assert.Equal(3, Rows.Count());
    }

    [Fact]
    public void From_the_review_a_row_is_changed_and_the_review_comes_again()
    {
        table.Does(new FormInput.Done()).Does(new FormInput.EditRow(null, 3));
        Assert.Equal("acciones", table.At);

        table.Says("Tres; 2017");
        Assert.Equal(new FormOutcome.RowChanged(3), table.Outcome);
        Assert.IsType<FormPosition.Review>(table.Session.At);
        Assert.Equal("Tres; 2017; ", Rows.Last());
    }

    [Fact]
    public void From_another_question_a_row_is_changed_and_that_question_is_still_at_hand()
    {
        Walk ficha = new Walk(SampleForms.Ficha)
            .Says("1", "Propuesta")
            .Does(new FormInput.Edit(7))
            .Says("Uno; Jun 2016")
            .Does(new FormInput.Done());
        Assert.Equal("problema", ficha.At);

        ficha.Does(new FormInput.EditRow(null, 1)).Says("Dos");
        Assert.Equal("problema", ficha.At);
        Assert.Equal("Dos", ficha.Answer<Answer.Rows>("acciones").Items[0].Cells[0].Words);

        ficha.Does(new FormInput.ReplaceRow(1, "; Jul 2016"));
        Assert.Equal(new FormOutcome.RowChanged(1), ficha.Outcome);
        Assert.Equal("problema", ficha.At);
        Assert.Equal("Jul 2016", ficha.Answer<Answer.Rows>("acciones").Items[0].Cells[1].Words);
    }

    [Fact]
    public void A_row_that_is_not_there_is_not_changed()
    {
        Assert.IsType<FormOutcome.NotHere>(table.Does(new FormInput.EditRow(null, 4)).Outcome);
        Assert.IsType<FormOutcome.NotHere>(table.Does(new FormInput.Done()).Does(new FormInput.EditRow(null, 4)).Outcome);
    }

    [Fact]
    public void A_row_taken_out_while_it_is_changed_is_gone()
    {
        table.Does(new FormInput.EditRow(null, 2)).Does(new FormInput.RemoveRow(null, 2));
        Assert.Equal(new FormPosition.Asking("acciones"), table.Session.At);
        Assert.Equal(["Uno; Jun 2016; Jul 2016", "Tres; ; "], Rows);
    }
}

using AgaBot.Forms;
using AgaBot.Forms.Dates;
using AgaBot.Forms.Walking;

namespace AgaBot.Tests.Forms.Reading;

public sealed class TableAnswerTests
{
    private readonly Walk table = new(SampleForms.Of(SampleForms.Actions));

    [Theory]
    [InlineData("Implementar OCI; Jun 2016; dic 2016", "Implementar OCI", "Jun 2016", "dic 2016")]
    [InlineData("Adquisición de equipos; 1 mes", "Adquisición de equipos", "1 mes", "")]
    [InlineData("Gestión hídrica", "Gestión hídrica", "", "")]
    [InlineData("Capacitar;;Jul 2017", "Capacitar", "", "Jul 2017")]
    [InlineData("· Planes y programas (simulacros)\tJun 2016\tJun 2017", "Planes y programas (simulacros)", "Jun 2016", "Jun 2017")]
    [InlineData("\t\tComprar; instalar\tJun 2016\t", "Comprar; instalar", "Jun 2016", "")]
    [InlineData("Comprar; instalar; Jun 2016; Jul 2017", "Comprar; instalar", "Jun 2016", "Jul 2017")]
    [InlineData("Comprar;instalar; probar ; Jul 2017", "Comprar;instalar; probar", "Jul 2017", "")]
    [InlineData("Comprar; instalar; probar; capacitar", "Comprar; instalar; probar; capacitar", "", "")]
    [InlineData("Comprar; Jun 2016; Jul 2017;", "Comprar", "Jun 2016", "Jul 2017")]
    [InlineData("Comprar; cuando se pueda; fin", "Comprar", "cuando se pueda", "fin")]
    [InlineData("Instalar 20 cámaras, de junio a diciembre de 2016", "Instalar 20 cámaras", "junio", "diciembre de 2016")]
    [InlineData("Capacitar a los serenos desde julio 2016 hasta julio 2017.", "Capacitar a los serenos", "julio 2016", "julio 2017")]
    [InlineData("Patrullaje integrado - jun 2016 - dic 2016", "Patrullaje integrado", "jun 2016", "dic 2016")]
    [InlineData("Charlas en colegios (marzo 2017 a junio 2017)", "Charlas en colegios", "marzo 2017", "junio 2017")]
    [InlineData("Ir de casa en casa, del 1 de junio al 15 de julio de 2016", "Ir de casa en casa", "1 de junio", "15 de julio de 2016")]
    [InlineData(
        "Reparar la pista de la avenida de junio a diciembre de 2016",
        "Reparar la pista de la avenida",
        "junio",
        "diciembre de 2016"
    )]
    [InlineData("Comprar radios entre agosto y octubre", "Comprar radios", "agosto", "octubre")]
    [InlineData("Dos ferias, en marzo y junio", "Dos ferias, en marzo y junio", "", "")]
    [InlineData("Dos ferias, marzo y junio", "Dos ferias, marzo y junio", "", "")]
    [InlineData("Instalar cámaras de junio a diciembre de 2018", "Instalar cámaras", "junio", "diciembre de 2018")]
    [InlineData("Instalar cámaras del 15 al 20 de julio", "Instalar cámaras", "15", "20 de julio")]
    [InlineData("Ir de casa en casa y de barrio a barrio", "Ir de casa en casa y de barrio a barrio", "", "")]
    [InlineData("Evaluar el plan (2016 a la fecha)", "Evaluar el plan (2016 a la fecha)", "", "")]
    [InlineData("De junio a diciembre", "De junio a diciembre", "", "")]
    public void A_line_is_a_row(string line, string action, string start, string end)
    {
        Row row = Assert.Single(table.Says(line).Answer<Answer.Rows>("acciones").Items);
        Assert.Equal([action, start, end], row.Cells.Select(cell => cell.Words));
    }

    [Theory]
    [InlineData("marzo", "mayo 2015", "2015-03-01", "2015-05-31")]
    [InlineData("noviembre", "febrero 2015", "2014-11-01", "2015-02-28")]
    [InlineData("marzo", "mayo de 2018", "2018-03-01", "2018-05-31")]
    [InlineData("I trimestre", "II trimestre 2015", "2015-01-01", "2015-06-30")]
    [InlineData("15", "20 de julio de 2015", "2015-07-15", "2015-07-20")]
    [InlineData("noviembre 2016", "febrero", "2016-11-01", "2017-02-28")]
    [InlineData("abril", "agosto", "2016-04-01", "2016-08-31")]
    [InlineData("junio", "2018", "2016-06-01", "2018-12-31")]
    [InlineData("mayo 2017", "marzo 2017", "2017-05-01", "2017-03-31")]
    public void The_year_of_one_date_of_a_row_holds_for_the_other(string start, string end, string first, string last)
    {
        Row row = Assert.Single(table.Says($"Comprar; {start}; {end}").Answer<Answer.Rows>("acciones").Items);
        Assert.Equal((start, end), (row.Cells[1].Words, row.Cells[2].Words));
        Assert.Equal((first, last), ($"{row.Cells[1].Date?.Earliest:yyyy-MM-dd}", $"{row.Cells[2].Date?.Latest:yyyy-MM-dd}"));
    }

    [Fact]
    public void A_date_of_a_row_that_gets_a_year_later_follows_it()
    {
        table.Says("Comprar; marzo").Does(new FormInput.ReplaceRow(1, "Comprar; marzo; mayo 2016"));
        Row row = Assert.Single(table.Answer<Answer.Rows>("acciones").Items);
        Assert.Equal(new DateOnly(2016, 3, 1), row.Cells[1].Date?.Earliest);
    }

    [Fact]
    public void A_date_in_a_cell_is_read_and_unclear_words_are_kept_without_asking()
    {
        Row row = Assert.Single(table.Says("Comprar; Set 2016; cuando se pueda").Answer<Answer.Rows>("acciones").Items);
        Assert.Equal(
            [null, new PlanDate("Set 2016", DatePrecision.Month, new(2016, 9, 1), new(2016, 9, 30)), PlanDate.AsWords("cuando se pueda")],
            row.Cells.Select(cell => cell.Date)
        );
    }

    [Fact]
    public void Rows_are_added_until_the_person_is_done()
    {
        table.Says("Uno; Jun 2016", "Dos\n\nTres; 1 mes");
        Assert.Equal(new FormOutcome.RowsChanged(2, 0), table.Outcome);
        Assert.Equal("acciones", table.At);

        table.Does(new FormInput.Done());
        Assert.IsType<FormPosition.Review>(table.Session.At);
        Assert.Equal(3, table.Answer<Answer.Rows>("acciones").Items.Length);
    }

    [Fact]
    public void What_stands_in_the_inputs_when_the_person_is_done_is_the_last_row()
    {
        table.Says("Uno").Does(new FormInput.Done(new FormInput.AddRow(1, "acciones", ["Dos", "Jun 2016", ""])));

        Assert.IsType<FormPosition.Review>(table.Session.At);
        Assert.Equal(["Uno", "Dos"], table.Answer<Answer.Rows>("acciones").Items.Select(row => row.Cells[0].Words));
    }

    [Fact]
    public void A_last_row_that_is_not_whole_keeps_the_table_open()
    {
        table.Says("Uno").Does(new FormInput.Done(new FormInput.AddRow(1, "acciones", ["", "Jun 2016", ""])));

        Assert.Equal(new Problem.RowIncomplete(1, "accion"), table.RefusedFor("acciones"));
        Assert.Equal("acciones", table.At);
    }

    [Fact]
    public void An_edited_table_opens_with_the_rows_so_far()
    {
        table.Says("Uno").Does(new FormInput.Done()).Edits(1).Says("Dos").Does(new FormInput.Done());
        Assert.Equal(2, table.Answer<Answer.Rows>("acciones").Items.Length);
        Assert.IsType<FormPosition.Review>(table.Session.At);
    }

    [Fact]
    public void A_table_may_stay_empty_where_it_is_not_required()
    {
        table.Does(new FormInput.Done());
        Assert.Equal(["acciones"], table.Session.Skipped);

        Walk required = new Walk(SampleForms.Of(SampleForms.Actions with { Required = true })).Does(new FormInput.Done());
        Assert.IsType<Problem.Required>(required.RefusedFor("acciones"));
    }

    [Fact]
    public void A_line_without_its_action_refuses_the_message()
    {
        table.Says("Uno; Jun 2016\n; Jul 2016");
        Assert.Equal(new Problem.RowIncomplete(2, "accion"), table.RefusedFor("acciones"));
        Assert.True(table.Session.IsEmpty);
    }

    [Fact]
    public void Too_many_rows_leave_those_there_were()
    {
        table.Says("1\n2\n3\n4\n5\n6").Says("7\n8\n9\n10\n11");
        Assert.Equal(new Problem.TooMany(11, 10), table.RefusedFor("acciones"));
        Assert.Equal(6, table.Answer<Answer.Rows>("acciones").Items.Length);
    }

    [Fact]
    public void A_card_s_row_is_taken_word_for_word()
    {
        table.Does(new FormInput.AddRow(table.Session.Revision, "acciones", ["· Comprar; instalar\ny probar", "Jun\n2016"]));
        Assert.Equal(new FormOutcome.RowsChanged(1, 0), table.Outcome);
        Row row = Assert.Single(table.Answer<Answer.Rows>("acciones").Items);
        Assert.Equal(["· Comprar; instalar\ny probar", "Jun\n2016", ""], row.Cells.Select(cell => cell.Words));
        Assert.Equal(DatePrecision.Month, row.Cells[1].Date?.Precision);
    }

    [Fact]
    public void A_card_s_row_sent_twice_is_one_row()
    {
        var add = new FormInput.AddRow(0, "acciones", ["Comprar", "", ""]);
        table.Does(add).Does(add);
        Assert.Equal(new FormOutcome.Stale("acciones"), table.Outcome);
        Assert.Single(table.Answer<Answer.Rows>("acciones").Items);
    }

    [Fact]
    public void A_card_s_row_with_nothing_in_it_is_no_row()
    {
        table.Does(new FormInput.AddRow(0, "acciones", ["", " ", ""]));
        Assert.IsType<Problem.Required>(table.RefusedFor("acciones"));
    }

    [Fact]
    public void A_row_is_removed_by_its_number()
    {
        table.Says("Uno\nDos\nTres").Does(new FormInput.RemoveRow(table.Session.Revision, 2));
        Assert.Equal(new FormOutcome.RowsChanged(0, 1), table.Outcome);
        Assert.Equal(["Uno", "Tres"], table.Answer<Answer.Rows>("acciones").Items.Select(row => row.Cells[0].Words));

        Assert.IsType<FormOutcome.NotHere>(table.Does(new FormInput.RemoveRow(null, 3)).Outcome);
        Assert.Equal(new FormOutcome.Stale("acciones"), table.Does(new FormInput.RemoveRow(0, 1)).Outcome);
    }

    [Fact]
    public void Without_its_last_row_a_table_is_unanswered()
    {
        table.Says("Uno").Does(new FormInput.RemoveRow(null, 1));
        Assert.True(table.Session.IsEmpty);
        Assert.Equal("acciones", table.At);
    }
}

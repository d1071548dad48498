using AgaBot.Forms;
using AgaBot.Plans.FormDefinitions;
using AgaBot.Tests.Plans;

namespace AgaBot.Tests.Forms.Reading;

/// <summary>Tables of actions as people paste them from Word, Excel and elsewhere.</summary>
public sealed class PastedTableTests
{
    private static readonly Question.Rows Actions = FichaForm.Of(SmallPlan.Plan).Questions.OfType<Question.Rows>().Single();

    [Fact]
    public void Headings_are_no_row() =>
        Reads(
            "Acciones\tInicio\tFin\nComprar\tJun 2016\tJul 2017\nInstalar\t\tDic 2016",
            "Comprar; Jun 2016; Jul 2017",
            "Instalar; ; Dic 2016"
        );

    [Fact]
    public void Headings_say_which_column_is_which() =>
        Reads("Fecha de inicio\tFecha de fin\tActividad\nJun 2016\tJul 2017\tComprar", "Comprar; Jun 2016; Jul 2017");

    [Fact]
    public void Numbers_of_rows_are_left_out_and_other_columns_are_kept() =>
        Reads(
            "N°\tActividad\tResponsable\tInicio\tFin\n1\tComprar\tGRA\tJun 2016\tJul 2017\n2\tInstalar\t\tAgo 2016\t",
            "Comprar (Responsable: GRA); Jun 2016; Jul 2017",
            "Instalar; Ago 2016; "
        );

    [Fact]
    public void A_cell_of_Word_goes_on_over_lines() =>
        Reads(
            "Proyectos de integración\tJun\n2016\tJul\n2017\nOrganizar escuelas\tJun\n2016\tDic\n2016",
            "Proyectos de integración; Jun 2016; Jul 2017",
            "Organizar escuelas; Jun 2016; Dic 2016"
        );

    [Fact]
    public void The_real_document_s_table_is_read_as_it_is_copied() =>
        Reads(
            "Acciones\n\tInicio\n\tFin\n\n\t· Análisis e informe técnico\n\n\t1 mes\n\t\n\n\t· Asignación presupuestaria\n"
                + "\n\t2017\n\t2017\n\n\t· Publicación\n\tNov \n2016\n\tNov\n2016",
            "Análisis e informe técnico; 1 mes; ",
            "Asignación presupuestaria; 2017; 2017",
            "Publicación; Nov 2016; Nov 2016"
        );

    [Fact]
    public void A_cell_of_Excel_comes_in_quotes() =>
        Reads(
            "\"Comprar \"\"switches\"\"\ny cables\"\t\"Jun\n2016\"\tJul 2017\nInstalar\tAgo 2016\tSet 2016",
            "Comprar \"switches\"\ny cables; Jun\n2016; Jul 2017",
            "Instalar; Ago 2016; Set 2016"
        );

    [Fact]
    public void Quotes_of_the_person_s_own_stay() =>
        Reads("\"Escuela segura\"\tJun 2016\tJul 2017", "\"Escuela segura\"; Jun 2016; Jul 2017");

    [Theory]
    [InlineData("| Acción | Inicio | Fin |\n|---|:-:|---|\n| Comprar | Jun 2016 | Jul 2017 |\n| Instalar |  | Dic 2016 |")]
    [InlineData("Acción | Inicio | Fin\nComprar | Jun 2016 | Jul 2017\nInstalar | | Dic 2016")]
    [InlineData("acción; inicio; fin\nComprar; Jun 2016; Jul 2017\nInstalar; ; Dic 2016")]
    [InlineData("1. Comprar; Jun 2016; Jul 2017\n2. Instalar; ; Dic 2016")]
    public void Bars_semicolons_and_numbers_part_a_table_as_well(string words) =>
        Reads(words, "Comprar; Jun 2016; Jul 2017", "Instalar; ; Dic 2016");

    [Fact]
    public void Rows_of_two_cells_stay_rows() =>
        Reads("Comprar\tJun 2016\nInstalar\tJul 2016", "Comprar; Jun 2016; ", "Instalar; Jul 2016; ");

    [Fact]
    public void A_line_without_tabs_among_rows_is_a_row() =>
        Reads(
            "Comprar\tJun 2016\tJul 2017\nInstalar\nProbar\t2017\t2017",
            "Comprar; Jun 2016; Jul 2017",
            "Instalar; ; ",
            "Probar; 2017; 2017"
        );

    [Fact]
    public void A_bar_in_one_line_of_several_is_a_mark() =>
        Reads("Comprar | instalar\nProbar; 2017", "Comprar | instalar; ; ", "Probar; 2017; ");

    [Fact]
    public void Headings_alone_are_refused()
    {
        Walk walk = new Walk(SampleForms.Of(Actions)).Says("Acción; inicio; fin");
        Assert.Equal(new Problem.RowIncomplete(2, "accion"), walk.RefusedFor("acciones"));
    }

    private static void Reads(string words, params string[] rows) =>
        Assert.Equal(
            rows,
            new Walk(SampleForms.Of(Actions))
                .Says(words)
                .Answer<Answer.Rows>("acciones")
                .Items.Select(row => string.Join("; ", row.Cells.Select(cell => cell.Words)))
        );
}

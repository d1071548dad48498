using System.Globalization;
using AgaBot.Forms;
using AgaBot.Forms.Dates;
using AgaBot.Forms.Walking;

namespace AgaBot.Tests.Forms.Reading;

/// <summary>Numbers, days, plan dates, yes and no.</summary>
public sealed class ShortAnswerTests
{
    private static readonly Form Number = SampleForms.Of(new Question.Number("n", true, -100, 10_000_000));
    private static readonly Form Day = SampleForms.Of(new Question.Date("dia", true));
    private static readonly Form When = SampleForms.Of(new Question.PlanDate("fecha", true));
    private static readonly Form YesNo = SampleForms.Of(new Question.YesNo("si", true));

    [Theory]
    [InlineData("60", "60")]
    [InlineData("-5", "-5")]
    [InlineData("+5", "5")]
    [InlineData("1 234,5", "1234.5")]
    [InlineData("1\u00a0234", "1234")]
    [InlineData("1,234.5", "1234.5")]
    [InlineData("1.234,5", "1234.5")]
    [InlineData("1,234", "1234")]
    [InlineData("1,234,567", "1234567")]
    [InlineData("1.234.567", "1234567")]
    [InlineData("2,5", "2.5")]
    [InlineData("2.5", "2.5")]
    [InlineData("0,125", "0.125")]
    [InlineData("0.125", "0.125")]
    public void A_number_is_read_as_it_is_written_here(string words, string value) =>
        Assert.Equal(decimal.Parse(value, CultureInfo.InvariantCulture), new Walk(Number).Says(words).Answer<Answer.Number>("n").Value);

    [Theory]
    [InlineData("1.234")]
    [InlineData("1,23,4")]
    [InlineData("12 34")]
    [InlineData("1.")]
    [InlineData(".")]
    [InlineData("-")]
    [InlineData("sesenta")]
    [InlineData("60 personas")]
    [InlineData("٣")]
    [InlineData("99999999999999999999999999999999")]
    public void What_may_mean_two_numbers_or_none_is_asked_about(string words) =>
        Assert.Equal(new Problem.NotANumber(words), new Walk(Number).Says(words).RefusedFor("n"));

    [Fact]
    public void A_number_outside_its_bounds_is_refused_with_them() =>
        Assert.Equal(new Problem.OutOfRange(-101, -100, 10_000_000), new Walk(Number).Says("-101").RefusedFor("n"));

    [Theory]
    [InlineData("15/08/2017")]
    [InlineData("2017-08-15")]
    [InlineData("15 de agosto de 2017")]
    public void A_day_is_a_day(string words) =>
        Assert.Equal(new DateOnly(2017, 8, 15), new Walk(Day).Says(words).Answer<Answer.Day>("dia").Date);

    [Theory]
    [InlineData("agosto 2017")]
    [InlineData("31/06/2017")]
    public void A_month_is_no_day(string words) => Assert.Equal(new Problem.NotADate(words), new Walk(Day).Says(words).RefusedFor("dia"));

    [Fact]
    public void An_unclear_date_is_asked_about_once_and_then_kept_as_words()
    {
        Walk walk = new Walk(When).Says("cuando se pueda");
        Assert.Equal(new Problem.UnclearDate("cuando se pueda"), walk.RefusedFor("fecha"));
        Assert.Equal(new FormPosition.Asking("fecha", AskedAgain: true), walk.Session.At);

        walk.Says("en algún momento");
        Assert.Equal(PlanDate.AsWords("en algún momento"), walk.Answer<Answer.When>("fecha").Date);
    }

    [Fact]
    public void A_clear_date_after_an_unclear_one_is_the_date()
    {
        Walk walk = new Walk(When).Says("cuando se pueda", "fines de 2017");
        Assert.Equal(DatePrecision.PartOfYear, walk.Answer<Answer.When>("fecha").Date.Precision);
    }

    [Fact]
    public void A_page_of_text_is_no_date_even_the_second_time()
    {
        Walk walk = new Walk(When).Says("cuando se pueda", new string('x', 100_000));
        Assert.IsType<Problem.TooLong>(walk.RefusedFor("fecha"));
    }

    [Theory]
    [InlineData("Sí", true)]
    [InlineData("si", true)]
    [InlineData("¡Sí, acepto!", true)]
    [InlineData("YES", true)]
    [InlineData("true", true)]
    [InlineData("no", false)]
    [InlineData("No, gracias.", false)]
    [InlineData("false", false)]
    public void A_yes_is_a_yes_and_a_no_a_no(string words, bool yes) =>
        Assert.Equal(yes, new Walk(YesNo).Says(words).Answer<Answer.YesNo>("si").Yes);

    [Theory]
    [InlineData("quizás")]
    [InlineData("sí y no")]
    [InlineData("no sé")]
    public void Anything_else_is_neither(string words) =>
        Assert.Equal(new Problem.NeitherYesNorNo(words), new Walk(YesNo).Says(words).RefusedFor("si"));
}

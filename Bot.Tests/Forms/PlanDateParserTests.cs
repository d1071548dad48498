using System.Globalization;
using AgaBot.Forms;
using CsCheck;

namespace AgaBot.Tests.Forms;

public sealed class PlanDateParserTests
{
    private static readonly DateOnly Today = new(2016, 5, 11);

    public static TheoryData<string, DatePrecision, DateOnly?, DateOnly?, int?> Expressions()
    {
        var expressions = new TheoryData<string, DatePrecision, DateOnly?, DateOnly?, int?>();
        foreach (string line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Forms", "plan-dates.tsv")))
        {
            if (line.StartsWith('#'))
                continue;
            string[] cells = line.Split('\t');
            expressions.Add(
                cells[0].Replace("\\n", "\n", StringComparison.Ordinal),
                Enum.Parse<DatePrecision>(cells[1]),
                DayIn(cells, 2),
                DayIn(cells, 3),
                cells.Length > 4 ? int.Parse(cells[4], CultureInfo.InvariantCulture) : null);
        }
        return expressions;
    }

    [Theory]
    [MemberData(nameof(Expressions))]
    public void A_date_means_what_people_mean_by_it(string words, DatePrecision precision, DateOnly? earliest, DateOnly? latest, int? months)
    {
        var expected = new PlanDate(words.Trim(), precision, earliest, latest, months);
        Assert.Equal(expected, PlanDateParser.Parse(words, Today));
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    [InlineData("en-US")]
    public void The_machine_s_culture_changes_nothing(string culture)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            Assert.Equal(new DateOnly(2016, 7, 28), PlanDateParser.Parse("28 DE JULIO", Today).Earliest);
            Assert.Equal(new DateOnly(2017, 8, 5), PlanDateParser.Parse("05/08/2017", Today).Earliest);
            Assert.Equal(DatePrecision.Quarter, PlanDateParser.Parse("I TRIMESTRE 2017", Today).Precision);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Words_longer_than_any_date_are_kept_unread()
    {
        string words = string.Concat(Enumerable.Repeat("julio 2017 ", 10_000)).Trim();
        Assert.Equal(PlanDate.AsWords(words), PlanDateParser.Parse(words, Today));
    }

    [Fact]
    public void No_words_make_it_fail_or_lose_them() =>
        Gen.Select(AnyWords, AnyDay).Sample((words, today) =>
        {
            PlanDate date = PlanDateParser.Parse(words, today);
            Assert.Equal(words.Trim(), date.Words);
            Assert.Equal(date.Earliest is null, date.Latest is null);
            Assert.True(date.Earliest is null || date.Earliest <= date.Latest);
            Assert.Equal(date.Precision == DatePrecision.Duration, date.DurationMonths is not null);
            Assert.Equal(date.Precision is DatePrecision.Words or DatePrecision.Duration, date.Earliest is null);
        });

    [Fact]
    public void Every_day_written_day_first_is_that_day() =>
        Gen.Int[0, 365 * 290].Select(days => new DateOnly(1900, 1, 1).AddDays(days)).Sample(day =>
        {
            foreach (string format in new[] { "d/M/yyyy", "dd-MM-yyyy", "yyyy-MM-dd", "d MMMM yyyy", "d 'de' MMMM 'de' yyyy" })
            {
                CultureInfo culture = CultureInfo.GetCultureInfo("es-PE");
                PlanDate date = PlanDateParser.Parse(day.ToString(format, culture), Today);
                Assert.Equal((DatePrecision.Day, day), (date.Precision, date.Earliest));
            }
        });

    [Fact]
    public void One_word_more_never_makes_it_another_date() =>
        Gen.Select(Gen.OneOfConst("Jun 2016", "2018", "15/08/2017", "I trimestre 2017", "fines de 2017", "6 meses"),
            Gen.OneOfConst("aprox", "o antes", "?", "x", "(tentativo)", "99999", "quizás", "👍")).Sample((date, more) =>
            Assert.Equal(DatePrecision.Words, PlanDateParser.Parse($"{date} {more}", Today).Precision));

    private static readonly Gen<string> AnyWords = Gen.Frequency(
        (1, Gen.String),
        (4, Gen.OneOfConst(
            "1", "2", "15", "31", "2016", "2017", "07", "17", "/", "-", "–", ".", " ", ",", "jun", "julio", "set", "de", "del", "a", "al", "y",
            "fines", "mediados", "inicios", "trimestre", "semestre", "mes", "meses", "año", "años", "I", "IV", "primer", "último", "próximo", "este",
            "quincena", "hoy", "Q1", "S2", "lunes", "hasta", "desde", "entre", "medio", "mitad", "\n", "\u200f", "\ud83d", "º")
            .Array[0, 7].Select(words => string.Join(' ', words))));

    private static readonly Gen<DateOnly> AnyDay = Gen.Int[0, DateOnly.MaxValue.DayNumber].Select(DateOnly.FromDayNumber);

    private static DateOnly? DayIn(string[] cells, int index) =>
        cells.Length > index && cells[index].Length > 0 ? DateOnly.ParseExact(cells[index], "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;
}

using System.Globalization;
using System.Text;
using AgaBot.Dialogs.Phrasing;
using AgaBot.Forms.Dates;
using AgaBot.Forms.Normalization;
using CsCheck;

namespace AgaBot.Tests.Forms.Dates;

public sealed class PlanDateParserTests
{
    private static readonly DateOnly Today = new(2016, 5, 11);

    private static readonly PlanPeriod Plan = new(new DateOnly(2016, 1, 1), new DateOnly(2017, 12, 31));

    public static TheoryData<PlanDateCase> Expressions() => [.. PlanDateCase.All];

    [Theory]
    [MemberData(nameof(Expressions))]
    public void A_date_means_what_people_mean_by_it(PlanDateCase expression) =>
        Assert.Equal(expression.Meaning, PlanDateParser.Parse(expression.Words, expression.Said, Plan));

    [Theory]
    [MemberData(nameof(Expressions))]
    public void What_is_said_back_means_the_same(PlanDateCase expression) => SaidBackMeansTheSame(expression.Meaning, expression.Said);

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
    public void The_plan_s_own_dates_need_a_plan() =>
        Assert.Equal(PlanDate.AsWords("fin del plan"), PlanDateParser.Parse("fin del plan", Today));

    [Fact]
    public void Words_longer_than_any_date_are_kept_unread()
    {
        string words = string.Concat(Enumerable.Repeat("julio 2017 ", 10_000)).Trim();
        Assert.Equal(PlanDate.AsWords(words), PlanDateParser.Parse(words, Today));
    }

    [Fact]
    public void No_words_make_it_fail_or_lose_them() =>
        Gen.Select(AnyWords, AnyDay)
            .Sample(
                (words, today) =>
                {
                    PlanDate date = PlanDateParser.Parse(words, today, Plan);
                    bool hasDays = date.Earliest is not null || date.Latest is not null;
                    Assert.Equal(words.Trim(), date.Words);
                    Assert.True(date.Earliest is null || date.Latest is null || date.Earliest <= date.Latest);
                    Assert.Equal(
                        date.Precision == DatePrecision.Duration,
                        date.DurationMonths is not null || date.DurationDays is not null
                    );
                    Assert.Equal(date.Precision is not (DatePrecision.Words or DatePrecision.Duration), hasDays);
                    Assert.True(date.Precision is DatePrecision.Range || date.Earliest is null == date.Latest is null);
                }
            );

    [Fact]
    public void Whatever_was_understood_is_said_back_so_that_it_means_the_same() =>
        Gen.Select(AnyWords, DayOfTheDocuments)
            .Sample((words, today) => SaidBackMeansTheSame(PlanDateParser.Parse(words, today, Plan), today));

    [Fact]
    public void Every_day_written_day_first_is_that_day() =>
        Gen.Int[0, 365 * 290]
            .Select(days => new DateOnly(1900, 1, 1).AddDays(days))
            .Sample(day =>
            {
                foreach (string format in new[] { "d/M/yyyy", "dd-MM-yyyy", "yyyy-MM-dd", "d MMMM yyyy", "d 'de' MMMM 'de' yyyy" })
                {
                    CultureInfo culture = CultureInfo.GetCultureInfo("es-PE");
                    PlanDate date = PlanDateParser.Parse(day.ToString(format, culture), Today);
                    Assert.Equal((DatePrecision.Day, day), (date.Precision, date.Earliest));
                }
            });

    [Fact]
    public void Capitals_accents_and_a_full_stop_change_nothing() =>
        Gen.Select(Gen.OneOfConst([.. PlanDateCase.All]), Gen.Bool, Gen.Bool, Gen.Bool)
            .Sample(
                (expression, capitals, plain, stop) =>
                {
                    string words = expression.Words;
                    words = plain ? Folding.ToPlain(words.Normalize(NormalizationForm.FormC)) : words;
                    words = capitals ? words.ToUpperInvariant() : words;
                    words = stop ? words + "." : words;
                    Assert.Equal(expression.Meaning with { Words = words.Trim() }, PlanDateParser.Parse(words, expression.Said, Plan));
                }
            );

    [Fact]
    public void One_word_more_never_makes_it_another_date() =>
        Gen.Select(
                Gen.OneOfConst("Jun 2016", "2018", "15/08/2017", "I trimestre 2017", "fines de 2017", "6 meses"),
                Gen.OneOfConst("o después", "o antes", "?", "x", "(por confirmar)", "99999", "quizás", "👍")
            )
            .Sample((date, more) => Assert.Equal(DatePrecision.Words, PlanDateParser.Parse($"{date} {more}", Today).Precision));

    private static readonly Gen<string> AnyWords = Gen.Frequency(
        (1, Gen.String),
        (
            4,
            Gen.OneOfConst(
                    "1",
                    "2",
                    "15",
                    "31",
                    "2016",
                    "2017",
                    "07",
                    "17",
                    "/",
                    "-",
                    "–",
                    ".",
                    " ",
                    ",",
                    "jun",
                    "julio",
                    "set",
                    "de",
                    "del",
                    "a",
                    "al",
                    "y",
                    "o",
                    "fines",
                    "mediados",
                    "inicios",
                    "trimestre",
                    "semestre",
                    "mes",
                    "meses",
                    "año",
                    "años",
                    "I",
                    "IV",
                    "primer",
                    "último",
                    "próximo",
                    "este",
                    "quincena",
                    "semana",
                    "días",
                    "hoy",
                    "Q1",
                    "S2",
                    "lunes",
                    "hasta",
                    "desde",
                    "entre",
                    "medio",
                    "mitad",
                    "antes",
                    "después",
                    "en",
                    "navidad",
                    "cuando",
                    "acabe",
                    "el plan",
                    "a más tardar",
                    "en adelante",
                    "de aquí a",
                    "durante",
                    "(",
                    ")",
                    "'",
                    "\n",
                    "\u200f",
                    "\ud83d",
                    "º"
                )
                .Array[0, 7]
                .Select(words => string.Join(' ', words))
        )
    );

    private static readonly Gen<DateOnly> AnyDay = Gen.Int[0, DateOnly.MaxValue.DayNumber].Select(DateOnly.FromDayNumber);

    private static readonly Gen<DateOnly> DayOfTheDocuments = Gen.Int[0, 365 * 20].Select(days => new DateOnly(2010, 1, 1).AddDays(days));

    private static void SaidBackMeansTheSame(PlanDate date, DateOnly today)
    {
        foreach (Words language in new[] { Words.Spanish, Words.English })
        {
            if (DatePhrases.Meaning(language, date) is not { } meaning)
                continue;
            PlanDate again = PlanDateParser.Parse(meaning, today);
            Assert.Equal(
                (meaning, date.Earliest, date.Latest, date.DurationMonths, date.DurationDays),
                (meaning, again.Earliest, again.Latest, again.DurationMonths, again.DurationDays)
            );
        }
    }
}

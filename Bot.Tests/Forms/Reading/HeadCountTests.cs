using AgaBot.Forms;
using AgaBot.Forms.Walking;
using CsCheck;

namespace AgaBot.Tests.Forms.Reading;

/// <summary>An attendance in all its phrasings.</summary>
public sealed class HeadCountTests
{
    private static readonly Form Form = SampleForms.Of(
        new Question.HeadCount(
            "asistencia",
            true,
            [
                new Option("gobierno-regional", "Gobierno Regional", ["GORE"]),
                new Option("municipios", "Municipios", ["municipalidad"]),
                new Option("sociedad-civil", "Organizaciones de la Sociedad Civil", ["sociedad civil", "ONG"]),
                new Option("sector-academico", "Sector Académico", ["universidad"]),
                new Option("otros", "Otros", []),
            ],
            500
        ),
        hasReview: false
    );

    [Theory]
    [InlineData("sociedad civil 3 mujeres 2 hombres", "sociedad-civil 3 2")]
    [InlineData("Sociedad civil: 3 mujeres, 2 varones", "sociedad-civil 3 2")]
    [InlineData("sociedad civil mujeres 3 hombres 2", "sociedad-civil 3 2")]
    [InlineData("Sociedad civil\n3 mujeres\n2 hombres", "sociedad-civil 3 2")]
    [InlineData("sociedad civil; 3; 2", "sociedad-civil 3 2")]
    [InlineData("sociedad civil\t3\t2", "sociedad-civil 3 2")]
    [InlineData("sociedad civil 3m 2h", "sociedad-civil 3 2")]
    [InlineData("sociedad civil 3 f 2 m", "sociedad-civil 3 2")]
    [InlineData("civil society 3 women 2 men", "?")]
    [InlineData("ONG: 3 women and 2 men", "sociedad-civil 3 2")]
    [InlineData("3. 3 mujeres 2 hombres", "sociedad-civil 3 2")]
    [InlineData("3) 3; 2", "sociedad-civil 3 2")]
    [InlineData("3; 3; 2", "sociedad-civil 3 2")]
    [InlineData("3 3 2", "sociedad-civil 3 2")]
    [InlineData("3 3 mujeres 2 hombres", "sociedad-civil 3 2")]
    [InlineData("3. Organizaciones de la Sociedad Civil: 3 mujeres, 2 hombres", "sociedad-civil 3 2")]
    [InlineData("somos tres mujeres y dos hombres de la sociedad civil", "sociedad-civil 3 2")]
    [InlineData("5 personas de sociedad civil, 3 mujeres", "?")]
    [InlineData("sociedad civil 5 personas, 3 mujeres", "sociedad-civil 3 2")]
    [InlineData("sociedad civil 5, 3 mujeres", "sociedad-civil 3 2")]
    [InlineData("sociedad civil 5 (2 hombres)", "sociedad-civil 3 2")]
    [InlineData("sociedad civil 5 3 2", "sociedad-civil 3 2")]
    [InlineData("sociedad civl 1 mujer", "sociedad-civil 1 0")]
    [InlineData("Una mujer del GORE y un hombre de una ONG", "gobierno-regional 1 0, sociedad-civil 0 1")]
    [InlineData("sociedad civil 3 mujeres 2 hombres, municipios 1 hombre", "municipios 0 1, sociedad-civil 3 2")]
    [InlineData("sociedad civil 3 mujeres 2 hombres y municipios 1 hombre", "municipios 0 1, sociedad-civil 3 2")]
    [InlineData("1. 13 mujeres 25 hombres\n2. 1 mujer 7 hombres\n5. 1 hombre", "gobierno-regional 13 25, municipios 1 7, otros 0 1")]
    [InlineData("1 13 25\n2 1 7", "gobierno-regional 13 25, municipios 1 7")]
    [InlineData("- municipios 1 mujer\n- municipios 7 hombres", "municipios 1 7")]
    [InlineData("Organización\tMujeres\tHombres\nMunicipios\t1\t7", "municipios 1 7")]
    [InlineData(
        "Organización\nNúmero de participantes\tParticipantes Mujeres\nGobierno Regional\t38\t13\nMunicipios\t8\t1\nTotal\t46\t14",
        "gobierno-regional 13 25, municipios 1 7"
    )]
    [InlineData("otros 1 hombre ninguna mujer", "otros 0 1")]
    public void It_is_read_as_it_is_said(string words, string expected)
    {
        if (expected == "?")
            new Walk(Form).Says(words).RefusedFor("asistencia");
        else
            Assert.Equal(expected, In(new Walk(Form).Says(words).Answer<Answer.HeadCount>("asistencia")));
    }

    [Theory]
    [InlineData("sociedad civil 5", "sociedad civil 5")]
    [InlineData("sociedad civil 5 personas", "sociedad civil 5 personas")]
    [InlineData("municipios 1 hombre\nsociedad civil", "sociedad civil")]
    [InlineData("sociedad civil 5 personas, 3 mujeres, 3 hombres", "sociedad civil 5 personas 3 mujeres 3 hombres")]
    [InlineData("sociedad civil 2 personas, 3 mujeres", "sociedad civil 2 personas 3 mujeres")]
    [InlineData("sociedad civil 3 mujeres 4 mujeres", "sociedad civil 3 mujeres 4 mujeres")]
    [InlineData("municipios 1 mujer 2 hombres\ntotal 4", "total 4")]
    public void What_women_and_men_cannot_be_told_from_is_asked_about(string words, string about) =>
        Assert.Equal(new Problem.UnclearCount(about), new Walk(Form).Says(words).RefusedFor("asistencia"));

    [Theory]
    [InlineData("somos 8: 5 mujeres y 3 hombres", 5, 3)]
    [InlineData("somos 4: 3 mujeres y 1 hombre", 3, 1)]
    [InlineData("8: 5 mujeres y 3 hombres", 5, 3)]
    [InlineData("5 mujeres y 3 hombres", 5, 3)]
    [InlineData("Vinieron ocho personas, 5 mujeres", 5, 3)]
    [InlineData("tres mujeres", 3, 0)]
    public void Without_a_group_it_is_kept_and_the_group_is_asked_for(string words, int women, int men)
    {
        var walk = new Walk(Form);
        Assert.Equal(new Problem.UnnamedCount(words, women, men), walk.Says(words).RefusedFor("asistencia"));
        Assert.Equal($"sociedad-civil {women} {men}", In(walk.Says("de la sociedad civil").Answer<Answer.HeadCount>("asistencia")));
    }

    [Fact]
    public void What_is_said_whole_afterwards_replaces_it() =>
        Assert.Equal(
            "municipios 1 7",
            In(new Walk(Form).Says("somos 8: 5 mujeres y 3 hombres", "municipios 1 mujer 7 hombres").Answer<Answer.HeadCount>("asistencia"))
        );

    [Fact]
    public void A_group_that_is_none_of_the_plans_is_asked_about() =>
        Assert.Equal(new Problem.NoSuchOption("bomberos"), new Walk(Form).Says("bomberos 3 mujeres").RefusedFor("asistencia"));

    [Theory]
    [InlineData("municipios 0 mujeres 0 hombres", 0, 1)]
    [InlineData("municipios 400 mujeres 400 hombres", 800, 1)]
    [InlineData("municipios 99999999999999999999 mujeres", int.MaxValue, 0)]
    public void Nobody_and_too_many_are_refused(string words, int people, int min) =>
        Assert.Equal(new Problem.OutOfRange(people, min, 500), new Walk(Form).Says(words).RefusedFor("asistencia"));

    [Fact]
    public void Whatever_is_said_is_read_or_asked_about() =>
        Gen.OneOf(
                Gen.String,
                Gen.OneOfConst("3", "2 mujeres", "hombres", "total", "sociedad civil", "municipios", "\n", "3. ", "y", ";", "una", "GORE")
                    .Array[0, 12]
                    .Select(parts => string.Join(' ', parts))
            )
            .Sample(words =>
            {
                FormStep step = FormWalk.Advance(Form, FormSession.Start("s", Form), new FormInput.Say(words), new DateOnly(2016, 5, 11));
                Assert.True(
                    step.Outcome is FormOutcome.Refused
                        || step.Session.Answer<Answer.HeadCount>("asistencia") is { People: >= 1 and <= 500 }
                );
            });

    [Fact]
    public void What_is_written_out_reads_as_it_was() =>
        Gen.Int[0, 50]
            .Array[10]
            .Where(counts => counts.Sum() is >= 1 and <= 500)
            .Sample(counts =>
            {
                string words = string.Join(
                    '\n',
                    Enumerable.Range(0, 5).Select(option => $"{option + 1}; {counts[2 * option]}; {counts[(2 * option) + 1]}")
                );
                FormStep step = FormWalk.Advance(Form, FormSession.Start("s", Form), new FormInput.Say(words), new DateOnly(2016, 5, 11));
                Assert.Equal(counts.Sum(), step.Session.Answer<Answer.HeadCount>("asistencia")!.People);
            });

    private static string In(Answer.HeadCount count) =>
        string.Join(", ", count.Groups.Select(group => $"{group.OptionId} {group.Women} {group.Men}"));
}

using System.Collections.Immutable;
using AgaBot.Forms;
using AgaBot.Forms.Walking;

namespace AgaBot.Tests.Forms.Walking;

/// <summary>A form changes while a person fills it in.</summary>
public sealed class CarriedSessionTests
{
    private static readonly Form Now = new(
        "encuesta",
        Version: 2,
        [
            new Question.Choice("color", Required: true, [new Option("rojo", "Rojo", [])]),
            new Question.Text("nombre", Required: true, Multiline: false),
            new Question.Number("edad", Required: false, Min: 0, Max: 120),
        ],
        HasReview: true
    );

    [Fact]
    public void A_session_of_this_version_is_left_as_it_is() =>
        Assert.Null(CarriedSession.Carry(Now, Session(2, new FormPosition.Asking("nombre"), ("color", new Answer.Choice("rojo")))));

    [Fact]
    public void What_fits_is_carried_over_by_the_questions_id()
    {
        CarriedSession carried = Carry(Session(1, new FormPosition.Asking("nombre"), ("color", new Answer.Choice("rojo"))));

        Assert.Equal((2, false), (carried.Session.FormVersion, carried.LostItsPlace));
        Assert.Equal(new Answer.Choice("rojo"), carried.Session.Answers["color"]);
        Assert.Empty(carried.Misfits);
    }

    [Theory]
    [InlineData("color", "verde")]
    [InlineData("edad", "texto")]
    [InlineData("ciudad", "texto")]
    public void What_fits_no_longer_is_kept_apart_and_asked_again(string question, string answer)
    {
        Answer given = answer == "verde" ? new Answer.Choice("verde") : new Answer.Text(answer);

        CarriedSession carried = Carry(Session(2, new FormPosition.Review(), (question, given), ("nombre", new Answer.Text("Ana"))));

        Assert.Equal([question], carried.Misfits.AsEnumerable());
        Assert.Equal(given, carried.Session.Former[question]);
        Assert.Equal(["nombre"], carried.Session.Answers.Keys);
    }

    [Fact]
    public void A_walk_whose_question_is_gone_goes_on_at_the_first_open_one_and_its_cards_are_old()
    {
        FormSession before = Session(
            1,
            new FormPosition.Confirming(Confirmable.Cancel, new FormPosition.Asking("ciudad")),
            ("color", new Answer.Choice("rojo"))
        );

        CarriedSession carried = Carry(before);

        Assert.True(carried.LostItsPlace);
        Assert.Equal(new FormPosition.Confirming(Confirmable.Cancel, new FormPosition.Asking("nombre")), carried.Session.At);
        Assert.Equal(before.Revision + 1, carried.Session.Revision);
    }

    [Fact]
    public void A_walk_whose_question_is_asked_no_more_goes_on_at_the_first_open_one()
    {
        FormSession before = FormSession.Start("s", SampleForms.Consultation) with
        {
            At = new FormPosition.Asking("lista"),
            Answers = FormSession.Start("s", SampleForms.Consultation).Answers.Add("tipo", new Answer.Choice("abierta")),
        };

        CarriedSession carried = Assert.IsType<CarriedSession>(CarriedSession.Carry(SampleForms.Consultation, before));

        Assert.True(carried.LostItsPlace);
        Assert.Equal(new FormPosition.Asking("meta"), carried.Session.At);
    }

    [Fact]
    public void What_was_carried_is_carried_once() =>
        Assert.Null(
            CarriedSession.Carry(Now, Carry(Session(1, new FormPosition.Asking("ciudad"), ("color", new Answer.Choice("verde")))).Session)
        );

    private static CarriedSession Carry(FormSession session) => Assert.IsType<CarriedSession>(CarriedSession.Carry(Now, session));

    private static FormSession Session(int version, FormPosition at, params (string Question, Answer Answer)[] answers) =>
        FormSession.Start("s", Now) with
        {
            FormVersion = version,
            At = at,
            Answers = answers.ToImmutableSortedDictionary(
                static answer => answer.Question,
                static answer => answer.Answer,
                StringComparer.Ordinal
            ),
        };
}

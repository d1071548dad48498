using System.Collections.Immutable;
using AgaBot.Consultations;
using AgaBot.Forms;
using AgaBot.Forms.Walking;
using AgaBot.Plans;
using AgaBot.Plans.FormDefinitions;

namespace AgaBot.Tests.Consultations;

public sealed class ConsultationFormsTests
{
    private static readonly Form Form = ConsultationForm.Of(new(new OptionWords("Abierta", []), new OptionWords("Con opciones", [])));

    private static readonly Consultation Choice = Read(
        ("pregunta", new Answer.Text("¿Qué primero?")),
        ("tipo", new Answer.Choice("opciones")),
        ("opciones", Options("Agua", "Seguridad"))
    );

    [Fact]
    public void Options_are_asked_for_a_choice_alone() => Assert.Equal(new Condition("tipo", "opciones"), Form.Find("opciones")!.AskedWhen);

    [Fact]
    public void A_choice_is_put_to_people_with_numbered_options()
    {
        var question = Assert.IsType<Question.Choice>(Assert.Single(ResponseForm.Of(Choice).Questions));

        Assert.Equal([("1", "Agua"), ("2", "Seguridad")], question.Options.Select(option => (option.Id, option.Label)));
    }

    [Fact]
    public void An_open_question_takes_words()
    {
        Consultation open = Read(("pregunta", new Answer.Text("¿Qué falta?")), ("tipo", new Answer.Choice("abierta")));

        Assert.IsType<Question.Text>(Assert.Single(ResponseForm.Of(open).Questions));
    }

    [Fact]
    public void Options_given_before_the_kind_was_changed_to_open_are_left_out()
    {
        Consultation open = Read(
            ("pregunta", new Answer.Text("¿Qué falta?")),
            ("tipo", new Answer.Choice("abierta")),
            ("opciones", Options("Agua", "Seguridad"))
        );

        Assert.False(open.IsChoice);
    }

    [Fact]
    public void One_option_is_no_choice() => Assert.IsType<OptionsFault.TooFew>(ConsultationForm.CheckOptions(Options("Agua")));

    [Fact]
    public void Two_options_of_one_name_cannot_be_told_apart() =>
        Assert.Equal(new OptionsFault.Repeated("AGUA"), ConsultationForm.CheckOptions(Options("Agua", "Seguridad", "AGUA")));

    [Fact]
    public void Two_options_are_enough() => Assert.Null(ConsultationForm.CheckOptions(Options("Agua", "Seguridad")));

    [Theory]
    [InlineData("1", 0)]
    [InlineData("2", 1)]
    [InlineData("3", null)]
    [InlineData("0", null)]
    [InlineData("-1", null)]
    public void An_answer_is_one_of_the_options_or_none(string optionId, int? index) =>
        Assert.Equal(index, ResponseForm.OptionIndex(Choice, new Answer.Choice(optionId)));

    private static Answer.List Options(params ImmutableArray<string> options) => new(options, string.Join('\n', options));

    private static Consultation Read(params (string Question, Answer Answer)[] answers)
    {
        FormSession session = FormSession.Start("s", Form);
        session = session with
        {
            Answers = session.Answers.AddRange(answers.Select(answer => KeyValuePair.Create(answer.Question, answer.Answer))),
        };
        return ConsultationForm.Read(session, new ConsultationId("c"), new ParticipantId("p"), default);
    }
}

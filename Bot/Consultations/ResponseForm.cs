using System.Globalization;
using AgaBot.Forms;

namespace AgaBot.Consultations;

/// <summary>The form of a participant's response: one question, submitted with its answer.</summary>
public static class ResponseForm
{
    public const string Id = "respuesta";

    public const string Respuesta = "respuesta";

    public static Form Of(Consultation consultation) => new(Id, Version: 1, [QuestionOf(consultation)], HasReview: false);

    /// <summary>Index of an answer in <see cref="Consultation.Options"/>, from 0; null for text and for an unknown option.</summary>
    public static int? OptionIndex(Consultation consultation, Answer answer) =>
        answer is Answer.Choice choice
        && int.TryParse(choice.OptionId, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
        && number >= 1
        && number <= consultation.Options.Length
            ? number - 1
            : null;

    private static Question QuestionOf(Consultation consultation) =>
        consultation.IsChoice
            ? new Question.Choice(Respuesta, Required: true, [.. consultation.Options.Select(OptionAt)])
            : new Question.Text(Respuesta, Required: true, Multiline: true);

    private static Option OptionAt(string label, int index) => new((index + 1).ToString(CultureInfo.InvariantCulture), label, []);
}

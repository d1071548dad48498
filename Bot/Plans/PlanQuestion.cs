using AgaBot.Forms;
using AgaBot.Forms.Dates;

namespace AgaBot.Plans;

/// <summary>
/// A question of a ficha after the eight of the paper form, such as an indicator or a budget in the template of the Open Government
/// Partnership. It can always be skipped.
/// </summary>
/// <param name="Id">Lower-case ASCII letters and digits; different from every question of the paper form.</param>
public sealed record PlanQuestion(string Id, PlanQuestionKind Kind, PlanQuestionTexts Spanish, PlanQuestionTexts English)
{
    /// <param name="language"><c>en</c> for English; otherwise Spanish.</param>
    public PlanQuestionTexts In(string language) => language == "en" ? English : Spanish;

    internal Question ToQuestion(PlanPeriod period) =>
        Kind switch
        {
            PlanQuestionKind.Text => new Question.Text(Id, Required: false, Multiline: true),
            PlanQuestionKind.Line => new Question.Text(Id, Required: false, Multiline: false, MaxLength: 300),
            PlanQuestionKind.List => new Question.List(Id, Required: false),
            PlanQuestionKind.Date => new Question.PlanDate(Id, Required: false) { Plan = period },
        };
}

/// <summary>Lower-case words in a plan file.</summary>
public enum PlanQuestionKind
{
    /// <summary>Several lines.</summary>
    Text,

    /// <summary>One short line.</summary>
    Line,

    /// <summary>One entry per line, or separated by commas.</summary>
    List,

    /// <summary>A plan date, however approximate.</summary>
    Date,
}

/// <param name="Name">Shown in the review, e.g. "Indicador".</param>
/// <param name="Help">One sentence about what is asked.</param>
/// <param name="Example">Shown in the input and with the help.</param>
public sealed record PlanQuestionTexts(string Name, string Ask, string Help, string Example);

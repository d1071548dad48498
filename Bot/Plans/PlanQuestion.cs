using AgaBot.Forms;
using AgaBot.Forms.Dates;

namespace AgaBot.Plans;

/// <summary>
/// A question that a plan asks in a ficha after the eight of the paper form, as an indicator or a budget of the Open Government Partnership's
/// template. It can always be skipped.
/// </summary>
/// <param name="Id">Lower-case ASCII letters and digits; no question of the paper form has it.</param>
public sealed record PlanQuestion(string Id, PlanQuestionKind Kind, PlanQuestionTexts Spanish, PlanQuestionTexts English)
{
    /// <param name="language"><c>en</c> for English; Spanish in any other.</param>
    public PlanQuestionTexts In(string language) => language == "en" ? English : Spanish;

    internal Question ToQuestion(PlanPeriod period) =>
        Kind switch
        {
            PlanQuestionKind.Text => new Question.Text(Id, Required: false, Multiline: true),
            PlanQuestionKind.Line => new Question.Text(Id, Required: false, Multiline: false, MaxLength: 300),
            PlanQuestionKind.List => new Question.List(Id, Required: false),
            PlanQuestionKind.Date => new Question.PlanDate(Id, Required: false) { Plan = period },
            _ => throw new ArgumentOutOfRangeException(nameof(period), Kind, null),
        };
}

/// <summary>In a plan file these are lower-case words.</summary>
public enum PlanQuestionKind
{
    /// <summary>Several lines.</summary>
    Text,

    /// <summary>One short line.</summary>
    Line,

    /// <summary>One entry a line, or with commas.</summary>
    List,

    /// <summary>A plan date, however approximate.</summary>
    Date,
}

/// <param name="Name">In the review, e.g. "Indicador".</param>
/// <param name="Ask">The question itself.</param>
/// <param name="Help">One sentence on what is asked for.</param>
/// <param name="Example">Shown in the input, and with the help.</param>
public sealed record PlanQuestionTexts(string Name, string Ask, string Help, string Example);

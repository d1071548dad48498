using AgaBot.Forms;

namespace AgaBot.Plans.FormDefinitions;

/// <summary>Consent to one's data being kept (Ley 29733), alone: what answering a consultation needs.</summary>
public static class ConsentForm
{
    public const string Id = "consentimiento";

    public const string Consentimiento = "consentimiento";

    /// <summary>Only a yes goes on: nothing is kept of whoever says no.</summary>
    internal static Question Question { get; } = new Question.YesNo(Consentimiento, Required: true) { OnlyYes = true };

    public static Form Form { get; } = new(Id, Version: 1, [Question], HasReview: false);
}

using AgaBot.Forms;

namespace AgaBot.Plans.FormDefinitions;

/// <summary>Consent to the storage of personal data (Ley 29733), without a profile: enough for answering a consultation.</summary>
public static class ConsentForm
{
    public const string Id = "consentimiento";

    public const string Consentimiento = "consentimiento";

    /// <summary>A no ends the form, and nothing about the person is stored.</summary>
    internal static Question Question { get; } = new Question.YesNo(Consentimiento, Required: true) { OnlyYes = true };

    public static Form Form { get; } = new(Id, Version: 1, [Question], HasReview: false);
}

using AgaBot.Dialogs.Inputs;

namespace AgaBot.Dialogs;

/// <summary>
/// A request that waits until consent, or consent and profile, are there. Each feature derives its own and begins it in a
/// <c>RequestHandler</c>.
/// </summary>
public abstract record PendingRequest
{
    /// <summary>The key of the sentence that says why consent is asked for.</summary>
    internal abstract string WhyConsent { get; }

    /// <summary>The key of the sentence that says why the profile is asked for.</summary>
    internal virtual string WhyProfile => "profile.why";

    /// <summary>The key of the sentence for a person who does not give what is asked for.</summary>
    internal virtual string WhenLeft => "profile.cancelled";

    /// <summary>The form to go back to if the person does not give what is asked for; null if there is none.</summary>
    internal virtual ActiveForm? LeadsBackTo => null;

    /// <summary>Whether the person acts in their own name, so that their profile has to be known.</summary>
    internal virtual bool NeedsProfile => false;

    /// <summary>Whether consent or profile is missing.</summary>
    internal bool IsMissingSomething(DialogState state) =>
        state.Participant.ConsentedOn is null || (NeedsProfile && state.Participant.Profile is null);
}

/// <summary>Request to make a draft of a ficha in a file.</summary>
/// <param name="Number">Number of the ficha in the file, from 1; null if the number of fichas is not known yet.</param>
public sealed record ReadFileRequest(SentFileId File, int? Number = null) : PendingRequest
{
    internal override string WhyConsent => "consent.whyToPropose";
}

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

    /// <summary>Whether the person acts in their own name, so that their profile has to be known.</summary>
    internal virtual bool IsInOwnName => true;

    /// <summary>Whether the profile has to be known in the current state.</summary>
    internal virtual bool NeedsProfile(DialogState state) => IsInOwnName;

    /// <summary>Whether consent or profile is missing.</summary>
    internal bool IsMissingSomething(DialogState state) =>
        NeedsProfile(state) ? state.Participant.Profile is null : state.Participant.ConsentedOn is null;
}

/// <summary>Request to make a draft of a ficha in a file.</summary>
/// <param name="Number">Number of the ficha in the file, from 1; null if the number of fichas is not known yet.</param>
public sealed record ReadFileRequest(SentFileId File, int? Number = null) : PendingRequest
{
    internal override string WhyConsent => "consent.whyToPropose";

    /// <summary>A person who records for a mesa speaks for the group and needs no profile.</summary>
    internal override bool NeedsProfile(DialogState state) => state.Mesa is null;
}

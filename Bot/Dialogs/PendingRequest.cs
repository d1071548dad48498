using AgaBot.Dialogs.Inputs;

namespace AgaBot.Dialogs;

/// <summary>
/// What a person asked for and has to wait until consent, or consent and profile, are there. Each feature derives its own and begins it in
/// a <c>RequestHandler</c>.
/// </summary>
public abstract record PendingRequest
{
    /// <summary>The key of the sentence that says why consent is asked first.</summary>
    internal abstract string WhyConsent { get; }

    /// <summary>Whether it is done in the person's own name, so that their profile has to be known.</summary>
    internal virtual bool IsInOwnName => true;

    /// <summary>Whether the profile has to be known here and now.</summary>
    internal virtual bool NeedsProfile(DialogState state) => IsInOwnName;

    /// <summary>Whether something has to be asked of the person before this can be done.</summary>
    internal bool IsMissingSomething(DialogState state) =>
        NeedsProfile(state) ? state.Participant.Profile is null : state.Participant.ConsentedOn is null;
}

/// <summary>To make a draft of a ficha in a file.</summary>
/// <param name="Number">Number of the ficha in the file, from 1; null if it is not known yet how many there are.</param>
public sealed record ReadFileRequest(SentFileId File, int? Number = null) : PendingRequest
{
    internal override string WhyConsent => "consent.whyToPropose";

    /// <summary>A person who records for a mesa puts the group's words forward and need not say who they are.</summary>
    internal override bool NeedsProfile(DialogState state) => state.Mesa is null;
}

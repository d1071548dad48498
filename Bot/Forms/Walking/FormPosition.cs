namespace AgaBot.Forms.Walking;

/// <summary>Where a person is in a form.</summary>
public abstract record FormPosition
{
    private FormPosition() { }

    /// <param name="AskedAgain">True if an unclear answer was already asked about: the next answer is taken as words.</param>
    /// <param name="ThenReview">
    /// True if the person came by <i>editar</i>. Afterwards the walk returns to <paramref name="From"/>; if the person came from the
    /// review, it
    /// goes to the first open question or back to the review.
    /// </param>
    /// <param name="From">The question where <i>editar</i> was said; null for the review.</param>
    /// <param name="Row">The table row being changed; null while rows are added.</param>
    public sealed record Asking(
        string QuestionId,
        bool AskedAgain = false,
        bool ThenReview = false,
        RowAtHand? Row = null,
        string? From = null
    ) : FormPosition;

    public sealed record Review : FormPosition;

    /// <summary>Waits for a yes or no to cancel or restart; a no returns to <paramref name="From"/>.</summary>
    public sealed record Confirming(Confirmable What, FormPosition From) : FormPosition;

    /// <summary>Submitted or cancelled. Nothing changes the session any more.</summary>
    public sealed record Ended(bool Submitted) : FormPosition;
}

/// <param name="Number">From 1.</param>
/// <param name="Alone">True if the person came for this row alone: afterwards the walk moves on. Otherwise the table stays open.</param>
public sealed record RowAtHand(int Number, bool Alone);

public enum Confirmable
{
    Cancel,
    Restart,
}

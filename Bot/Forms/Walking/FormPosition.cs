namespace AgaBot.Forms.Walking;

/// <summary>Where a walk stands.</summary>
public abstract record FormPosition
{
    private FormPosition() { }

    /// <param name="AskedAgain">True where an unclear answer was asked about once: the next is taken as words.</param>
    /// <param name="ThenReview">
    /// True where the person came by <i>editar</i>: after it the walk goes back to <paramref name="From"/>, and where they came from the review,
    /// to the first question still open, or to the review again.
    /// </param>
    /// <param name="From">The question at which they said <i>editar</i>; null where it was the review.</param>
    /// <param name="Row">The row of a table that is being changed; null where rows are being added.</param>
    public sealed record Asking(
        string QuestionId,
        bool AskedAgain = false,
        bool ThenReview = false,
        RowAtHand? Row = null,
        string? From = null
    ) : FormPosition;

    public sealed record Review : FormPosition;

    /// <summary>Waits for a yes or no to cancel or restart; a no goes back to <paramref name="From"/>.</summary>
    public sealed record Confirming(Confirmable What, FormPosition From) : FormPosition;

    /// <summary>Submitted or cancelled: nothing changes it any more.</summary>
    public sealed record Ended(bool Submitted) : FormPosition;
}

/// <param name="Number">From 1.</param>
/// <param name="Alone">True where the person came for this row alone: after it the walk goes on, where else it stays in the table.</param>
public sealed record RowAtHand(int Number, bool Alone);

public enum Confirmable
{
    Cancel,
    Restart,
}

namespace AgaBot.Forms.Walking;

/// <summary>Where a person is in a form.</summary>
public abstract record FormPosition
{
    private FormPosition() { }

    /// <summary>Id of the question that is asked, or that a confirmation interrupted; null at the review and after the end.</summary>
    internal abstract string? AskedId { get; }

    /// <summary>Applies an input at this position of the session.</summary>
    internal abstract FormStep Apply(Form form, FormSession session, FormInput input, DateOnly today);

    /// <summary>The position in a changed form that no longer asks <see cref="AskedId"/>.</summary>
    internal abstract FormPosition Restored(Form form, FormSession session);

    /// <param name="AskedAgain">True if an unclear answer was already asked about: the next answer is taken as words.</param>
    /// <param name="ThenReview">
    /// True if the person came by <i>editar</i>. Afterwards the walk returns to <paramref name="From"/>; if the person came from the
    /// review, it goes to the first open question or back to the review.
    /// </param>
    /// <param name="From">The question where <i>editar</i> was said; null for the review.</param>
    /// <param name="Row">The table row being changed; null while rows are added.</param>
    /// <param name="Earlier">An answer that the next one completes; null if there is none.</param>
    public sealed record Asking(
        string QuestionId,
        bool AskedAgain = false,
        bool ThenReview = false,
        RowAtHand? Row = null,
        string? From = null,
        string? Earlier = null
    ) : FormPosition
    {
        internal override string? AskedId => QuestionId;

        internal override FormStep Apply(Form form, FormSession session, FormInput input, DateOnly today) =>
            FormWalk.AtQuestion(form, session, this, input, today);

        internal override FormPosition Restored(Form form, FormSession session) => FormWalk.FirstPlace(form, session);
    }

    public sealed record Review : FormPosition
    {
        internal override string? AskedId => null;

        internal override FormStep Apply(Form form, FormSession session, FormInput input, DateOnly today) =>
            FormWalk.AtReview(form, session, input, today);

        internal override FormPosition Restored(Form form, FormSession session) => this;
    }

    /// <summary>Waits for a yes or no to cancel, restart or send; a no returns to <paramref name="From"/>.</summary>
    public sealed record Confirming(Confirmable What, FormPosition From) : FormPosition
    {
        internal override string? AskedId => From.AskedId;

        internal override FormStep Apply(Form form, FormSession session, FormInput input, DateOnly today) =>
            FormWalk.AtConfirmation(form, session, this, input, today);

        internal override FormPosition Restored(Form form, FormSession session) => this with { From = From.Restored(form, session) };
    }

    /// <summary>Submitted or cancelled. Nothing changes the session any more.</summary>
    public sealed record Ended(bool Submitted) : FormPosition
    {
        internal override string? AskedId => null;

        internal override FormStep Apply(Form form, FormSession session, FormInput input, DateOnly today) =>
            new(session, new FormOutcome.Stale(null));

        internal override FormPosition Restored(Form form, FormSession session) => this;
    }
}

/// <param name="Number">From 1.</param>
/// <param name="Alone">True if the person came for this row alone: afterwards the walk moves on. Otherwise the table stays open.</param>
public sealed record RowAtHand(int Number, bool Alone);

public enum Confirmable
{
    Cancel,
    Restart,

    /// <summary>Asked at the review after a word that may mean <i>enviar</i>: "listo", "ok".</summary>
    Send,
}

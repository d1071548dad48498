using System.Collections.Immutable;

namespace AgaBot.Forms.Walking;

/// <summary>The result of an input. The session beside it says what is asked next.</summary>
public abstract record FormOutcome
{
    private FormOutcome() { }

    /// <summary>An answer was taken, a question was skipped, or the person moved to another question.</summary>
    /// <param name="Taken">Ids of the questions just answered, so that the bot can repeat what it understood.</param>
    public sealed record Moved(ImmutableArray<string> Taken) : FormOutcome;

    /// <summary>The answer did not fit. The question is asked again and nothing else changed.</summary>
    /// <param name="QuestionId">The current question; empty for a confirmation asked at the review.</param>
    public sealed record Refused(string QuestionId, Problem Problem) : FormOutcome;

    /// <summary>Rows of the current table were added or removed. The table stays open.</summary>
    public sealed record RowsChanged(int Added, int Removed) : FormOutcome;

    /// <summary>A row of the table was replaced.</summary>
    public sealed record RowChanged(int Number) : FormOutcome;

    /// <summary>A question other than the current one has a new answer.</summary>
    public sealed record Replaced(string QuestionId) : FormOutcome;

    public sealed record RowMoved(int From, int To) : FormOutcome;

    /// <summary>Part of a text was taken; more may follow until <i>listo</i>.</summary>
    public sealed record GoesOn(string QuestionId) : FormOutcome;

    public sealed record Helped(string QuestionId) : FormOutcome;

    /// <summary>Asks whether to cancel or restart.</summary>
    public sealed record AskedToConfirm(Confirmable What) : FormOutcome;

    /// <summary>The person declined to cancel or restart.</summary>
    public sealed record Resumed : FormOutcome;

    public sealed record Restarted : FormOutcome;

    /// <summary>The form is complete; its answers are final.</summary>
    public sealed record Submitted : FormOutcome;

    public sealed record Cancelled : FormOutcome;

    /// <summary>Submit was asked with required questions open; the walk is at the first of them.</summary>
    public sealed record Incomplete(ImmutableArray<string> Missing) : FormOutcome;

    /// <summary>A card of a question that is already answered, or of a walk that has ended. Nothing changed.</summary>
    public sealed record Stale(string? QuestionId) : FormOutcome;

    /// <summary>The input has no meaning here, e.g. <i>saltar</i> at the review or <i>editar 30</i>. Nothing changed.</summary>
    public sealed record NotHere : FormOutcome;
}

public readonly record struct FormStep(FormSession Session, FormOutcome Outcome);

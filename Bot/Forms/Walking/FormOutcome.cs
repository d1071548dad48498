using System.Collections.Immutable;

namespace AgaBot.Forms.Walking;

/// <summary>What came of an input. The session beside it says what is asked next.</summary>
public abstract record FormOutcome
{
    private FormOutcome() { }

    /// <summary>The walk moved: an answer was taken, a question skipped, or the person went back or elsewhere.</summary>
    /// <param name="Taken">Ids of the questions just answered, for saying back what was understood.</param>
    public sealed record Moved(ImmutableArray<string> Taken) : FormOutcome;

    /// <summary>The answer did not fit; nothing changed but that it was asked again.</summary>
    /// <param name="QuestionId">The question at hand, or empty where a confirmation asked at the review got neither yes nor no.</param>
    public sealed record Refused(string QuestionId, Problem Problem) : FormOutcome;

    /// <summary>Rows were added to or removed from the table at hand, which stays open.</summary>
    public sealed record RowsChanged(int Added, int Removed) : FormOutcome;

    /// <summary>A row of the table got other words.</summary>
    public sealed record RowChanged(int Number) : FormOutcome;

    /// <summary>A question that is not the one at hand got another answer.</summary>
    public sealed record Replaced(string QuestionId) : FormOutcome;

    public sealed record RowMoved(int From, int To) : FormOutcome;

    /// <summary>A part of a text was taken; the rest is waited for until <i>listo</i>.</summary>
    public sealed record GoesOn(string QuestionId) : FormOutcome;

    public sealed record Helped(string QuestionId) : FormOutcome;

    /// <summary>Asks whether to cancel or restart.</summary>
    public sealed record AskedToConfirm(Confirmable What) : FormOutcome;

    /// <summary>The person took the cancelling or restarting back.</summary>
    public sealed record Resumed : FormOutcome;

    public sealed record Restarted : FormOutcome;

    /// <summary>The form is complete; its answers are final.</summary>
    public sealed record Submitted : FormOutcome;

    public sealed record Cancelled : FormOutcome;

    /// <summary>Asked to submit with required questions open; the walk stands at the first of them.</summary>
    public sealed record Incomplete(ImmutableArray<string> Missing) : FormOutcome;

    /// <summary>A card of a question that was answered since, or of a walk that has ended. Nothing changed.</summary>
    public sealed record Stale(string? QuestionId) : FormOutcome;

    /// <summary>The input has no meaning here, e.g. <i>saltar</i> at the review or <i>editar 30</i>. Nothing changed.</summary>
    public sealed record NotHere : FormOutcome;
}

/// <summary>The session after an input, and what came of it.</summary>
public readonly record struct FormStep(FormSession Session, FormOutcome Outcome);

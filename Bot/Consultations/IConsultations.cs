using System.Collections.Immutable;

namespace AgaBot.Consultations;

/// <summary>Reads consultations.</summary>
public interface IConsultations
{
    /// <summary>The open ones, in order of their numbers.</summary>
    ValueTask<ImmutableArray<Consultation>> OpenAsync(CancellationToken cancellationToken);

    ValueTask<Tally> TallyAsync(Consultation consultation, CancellationToken cancellationToken);
}

/// <summary>What a turn changes in the consultations. Each is idempotent under its own id and leaves an audit row in its batch.</summary>
public abstract record ConsultationChange
{
    private ConsultationChange() { }

    /// <summary>The number is given when it is written: <see cref="Consultation.Number"/> is ignored here.</summary>
    public sealed record Opened(Consultation Consultation) : ConsultationChange;

    /// <summary>A response of the same participant is replaced, and counted once.</summary>
    public sealed record Responded(ConsultationResponse Response, Consultation To) : ConsultationChange;
}

/// <summary>Writes changes to the consultations.</summary>
public interface IConsultationLedger
{
    ValueTask ApplyAsync(ConsultationChange change, CancellationToken cancellationToken);
}

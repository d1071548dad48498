using System.Collections.Immutable;

namespace AgaBot.Consultations;

/// <summary>Reads consultations.</summary>
public interface IConsultations
{
    /// <summary>The open consultations, in order of number.</summary>
    ValueTask<ImmutableArray<Consultation>> OpenAsync(CancellationToken cancellationToken);

    ValueTask<Tally> TallyAsync(Consultation consultation, CancellationToken cancellationToken);
}

/// <summary>Writes changes to the consultations.</summary>
public interface IConsultationLedger
{
    ValueTask ApplyAsync(ConsultationChange change, CancellationToken cancellationToken);
}

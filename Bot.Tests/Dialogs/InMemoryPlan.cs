using System.Collections.Immutable;
using AgaBot.Consultations;
using AgaBot.Dialogs;
using AgaBot.Dialogs.OwnData;
using AgaBot.Plans;

namespace AgaBot.Tests.Dialogs;

/// <summary>What a dialog reads, kept for one person: what it decided before.</summary>
internal sealed class InMemoryPlan : IPlanRecords, IConsultations, IOwnRecords
{
    private readonly List<Proposal> proposals = [];
    private readonly List<Consultation> consultations = [];

    public void Apply(Decision decision)
    {
        proposals.InsertRange(0, decision.PlanChanges.OfType<PlanChange.ProposalSubmitted>().Select(change => change.Proposal));
        foreach (ConsultationChange.Opened opened in decision.ConsultationChanges.OfType<ConsultationChange.Opened>())
            consultations.Add(opened.Consultation with { Number = consultations.Count + 1 });
    }

    public ValueTask<OwnRecords> OfAsync(ParticipantId participant, CancellationToken cancellationToken) =>
        ValueTask.FromResult(new OwnRecords([], [], Conversations: 1));

    public ValueTask<ProposalPage> ByAuthorAsync(ParticipantId author, int limit, ProposalCursor? after, CancellationToken cancellationToken)
    {
        int start = after is { } cursor ? int.Parse(cursor.Value, null) : 0;
        ImmutableArray<Proposal> page = [.. proposals.Skip(start).Take(limit)];
        int end = start + page.Length;
        return ValueTask.FromResult(new ProposalPage(page, end < proposals.Count ? new ProposalCursor(end.ToString(null as IFormatProvider)) : null));
    }

    public ValueTask<Proposal?> FindAsync(ProposalId id, CancellationToken cancellationToken) =>
        ValueTask.FromResult(proposals.Find(proposal => proposal.Id == id));

    public ValueTask<PlanCounts> CountsAsync(CancellationToken cancellationToken) => ValueTask.FromResult(PlanCounts.None);

    public ValueTask<ImmutableArray<Consultation>> OpenAsync(CancellationToken cancellationToken) =>
        ValueTask.FromResult<ImmutableArray<Consultation>>([.. consultations]);

    public ValueTask<Tally> TallyAsync(Consultation consultation, CancellationToken cancellationToken) =>
        ValueTask.FromResult(new Tally(0, [.. consultation.Options.Select(_ => 0)]));
}

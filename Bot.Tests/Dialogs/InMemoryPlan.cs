using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using AgaBot.Consultations;
using AgaBot.Dialogs;
using AgaBot.Dialogs.OwnData;
using AgaBot.Plans;
using AgaBot.Plans.Invitations;
using AgaBot.Plans.Mesas;
using AgaBot.Plans.Public;
using AgaBot.Plans.Supporting;

namespace AgaBot.Tests.Dialogs;

/// <summary>The records that a dialog reads, for one person, from its earlier decisions.</summary>
internal sealed class InMemoryPlan : IPlanRecords, IPublicProposals, ISupportReview, IConsultations, IOwnRecords, IMesas, IInvitations
{
    private readonly HashSet<(ReceiptNumber, ParticipantId)> supports = [];
    private readonly List<Proposal> proposals = [];
    private readonly List<Consultation> consultations = [];
    private readonly Dictionary<MesaId, Mesa> mesas = [];
    private readonly Dictionary<string, MesaId> codes = [];
    private readonly Dictionary<MesaId, ParticipantGroup> seats = [];
    private readonly Dictionary<string, Invitation> invitations = [];

    public void Apply(Decision decision)
    {
        proposals.InsertRange(0, decision.PlanChanges.OfType<ProposalSubmitted>().Select(change => change.Proposal));
        foreach (ProposalSupported supported in decision.PlanChanges.OfType<ProposalSupported>())
            supports.Add((supported.Receipt, supported.Supporter));
        foreach (SupportWithdrawn withdrawn in decision.PlanChanges.OfType<SupportWithdrawn>())
            supports.Remove((withdrawn.Receipt, withdrawn.Supporter));
        foreach (ConsultationOpened opened in decision.ConsultationChanges.OfType<ConsultationOpened>())
            consultations.Add(opened.Consultation with { Number = consultations.Count + 1 });
        foreach (PlanChange change in decision.PlanChanges)
            Apply(change);
    }

    private void Apply(PlanChange change)
    {
        switch (change)
        {
            case InvitationDrawn drawn:
                invitations[drawn.Invitation.Hash] = drawn.Invitation;
                break;
            case InvitationUsed used:
                invitations[used.Hash] = invitations[used.Hash] with { UsedIn = used.TurnId };
                break;
            case MesaOpened opened:
                mesas[opened.Mesa.Id] = opened.Mesa;
                codes[opened.CodeHash] = opened.Mesa.Id;
                break;
            case MesaCodeDrawn drawn:
                codes[drawn.CodeHash] = drawn.Mesa;
                break;
            case MesaCorrected corrected:
                mesas[corrected.Mesa] = mesas[corrected.Mesa] with { Attendance = corrected.Attendance };
                break;
            case MesaClosed closed:
                mesas[closed.Mesa] = mesas[closed.Mesa] with { ClosedAt = DateTimeOffset.UnixEpoch };
                break;
            case SeatClaimed claimed:
                if (seats.TryAdd(claimed.Mesa, claimed.Seat))
                    mesas[claimed.Mesa] = mesas[claimed.Mesa] with { Claimed = mesas[claimed.Mesa].Claimed.Plus(claimed.Seat, 1) };
                break;
        }
    }

    public ValueTask<Invitation?> FindAsync(string hash, CancellationToken cancellationToken) =>
        ValueTask.FromResult(invitations.GetValueOrDefault(hash));

    public ValueTask<Mesa?> FindAsync(MesaId id, CancellationToken cancellationToken) => ValueTask.FromResult(mesas.GetValueOrDefault(id));

    public ValueTask<Mesa?> FindByCodeAsync(string codeHash, CancellationToken cancellationToken) =>
        ValueTask.FromResult(codes.TryGetValue(codeHash, out MesaId id) ? mesas[id] : null);

    public ValueTask<int> NextNumberAsync(CancellationToken cancellationToken) => ValueTask.FromResult(mesas.Count + 1);

    public ValueTask<ParticipantGroup?> SeatAtAsync(MesaId mesa, ParticipantId participant, CancellationToken cancellationToken) =>
        ValueTask.FromResult(seats.TryGetValue(mesa, out ParticipantGroup seat) ? seat : (ParticipantGroup?)null);

    public ValueTask<Proposal?> FindByReceiptAsync(ReceiptNumber receipt, CancellationToken cancellationToken) =>
        ValueTask.FromResult(proposals.FirstOrDefault(proposal => proposal.Receipt == receipt));

    ValueTask<ImmutableArray<Mesa>> IMesas.AllAsync(CancellationToken cancellationToken) =>
        ValueTask.FromResult<ImmutableArray<Mesa>>([.. mesas.Values.OrderBy(mesa => mesa.Number)]);

    public ValueTask<ImmutableArray<Mesa>> SeatsOfAsync(ParticipantId participant, CancellationToken cancellationToken) =>
        ValueTask.FromResult<ImmutableArray<Mesa>>([.. seats.Keys.Select(id => mesas[id])]);

    public ValueTask<ImmutableArray<Proposal>> ProposalsOfAsync(MesaId mesa, int limit, CancellationToken cancellationToken) =>
        ValueTask.FromResult<ImmutableArray<Proposal>>([.. proposals.Where(proposal => proposal.Mesa?.Id == mesa).Take(limit)]);

    public ValueTask<Proposal?> FindAsync(ReceiptNumber receipt, CancellationToken cancellationToken) =>
        ValueTask.FromResult(proposals.Find(proposal => proposal.Receipt == receipt));

    public ValueTask<int> CountSupportsAsync(ReceiptNumber receipt, CancellationToken cancellationToken) =>
        ValueTask.FromResult(supports.Count(support => support.Item1 == receipt));

    public ValueTask<ImmutableArray<ReceiptNumber>> SupportedByAsync(ParticipantId participant, CancellationToken cancellationToken) =>
        ValueTask.FromResult<ImmutableArray<ReceiptNumber>>([
            .. supports.Where(support => support.Item2 == participant).Select(support => support.Item1),
        ]);

    public ValueTask<bool?> IsApartAsync(ParticipantId supporter, ReceiptNumber receipt, CancellationToken cancellationToken) =>
        ValueTask.FromResult<bool?>(supports.Contains((receipt, supporter)) ? false : null);

    public ValueTask<ImmutableArray<WaitingSupports>> WaitingAsync(CancellationToken cancellationToken) =>
        ValueTask.FromResult<ImmutableArray<WaitingSupports>>([]);

    public ValueTask<string?> FindOrganisationAsync(ParticipantId author, CancellationToken cancellationToken) =>
        ValueTask.FromResult<string?>("Gobierno Regional");

    public ValueTask<RecordsMark> MarkAsync(CancellationToken cancellationToken) =>
        ValueTask.FromResult(new RecordsMark(proposals.Count.ToString(null as IFormatProvider)));

    public async IAsyncEnumerable<Proposal> AllAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await ValueTask.CompletedTask;
        foreach (Proposal proposal in proposals)
            yield return proposal;
    }

    public IAsyncEnumerable<Proposal> ChangedAsync(RecordsMark after, RecordsMark until, CancellationToken cancellationToken) =>
        AllAsync(cancellationToken);

    public ValueTask<OwnRecords> OfAsync(ParticipantId participant, CancellationToken cancellationToken) =>
        ValueTask.FromResult(new OwnRecords([], [], Conversations: 1));

    public ValueTask<ProposalPage> ByAuthorAsync(
        ParticipantId author,
        int limit,
        ProposalCursor? after,
        CancellationToken cancellationToken
    )
    {
        int start = after is { } cursor ? int.Parse(cursor.Value, null) : 0;
        ImmutableArray<Proposal> page = [.. proposals.Skip(start).Take(limit)];
        int end = start + page.Length;
        return ValueTask.FromResult(
            new ProposalPage(page, end < proposals.Count ? new ProposalCursor(end.ToString(null as IFormatProvider)) : null)
        );
    }

    public ValueTask<Proposal?> FindAsync(ProposalId id, CancellationToken cancellationToken) =>
        ValueTask.FromResult(proposals.Find(proposal => proposal.Id == id));

    public ValueTask<PlanCounts> CountsAsync(CancellationToken cancellationToken) => ValueTask.FromResult(PlanCounts.None);

    public ValueTask<ImmutableArray<Consultation>> OpenAsync(CancellationToken cancellationToken) =>
        ValueTask.FromResult<ImmutableArray<Consultation>>([.. consultations]);

    public ValueTask<Tally> TallyAsync(Consultation consultation, CancellationToken cancellationToken) =>
        ValueTask.FromResult(new Tally(0, [.. consultation.Options.Select(_ => 0)]));
}

using AgaBot.Consultations;
using AgaBot.Dialogs.Inputs;
using AgaBot.Plans;

namespace AgaBot.Dialogs;

/// <summary>What to go on with once consent and profile are there.</summary>
public abstract record PendingRequest
{
    private PendingRequest() { }

    public sealed record Propose(ProposalKind Kind, string? ComponentId) : PendingRequest;

    public sealed record Respond(Consultation Consultation) : PendingRequest;

    public sealed record OpenMesa : PendingRequest;

    public sealed record ClaimSeat(MesaId Mesa) : PendingRequest;

    public sealed record Support(ReceiptNumber Receipt) : PendingRequest;

    /// <summary>To make a draft of a ficha in a file.</summary>
    /// <param name="Number">Of the fichas in it, from 1; null where it is not known yet how many there are.</param>
    public sealed record ReadFile(SentFileId File, int? Number = null) : PendingRequest;
}

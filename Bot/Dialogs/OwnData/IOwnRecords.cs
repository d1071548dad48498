using System.Collections.Immutable;
using AgaBot.Consultations;
using AgaBot.Forms;
using AgaBot.Plans;

namespace AgaBot.Dialogs.OwnData;

/// <summary>Reads what is kept of one person beside their profile, drafts and fichas.</summary>
public interface IOwnRecords
{
    ValueTask<OwnRecords> OfAsync(ParticipantId participant, CancellationToken cancellationToken);
}

/// <param name="Identities">How channels call the person, beside the id that was asked about.</param>
/// <param name="Conversations">How many are kept, on all channels.</param>
public sealed record OwnRecords(ImmutableArray<OwnResponse> Responses, ImmutableArray<ParticipantId> Identities, int Conversations)
{
    /// <summary>The numbers of the mesas at which the person took a seat, and of those that they opened.</summary>
    public ImmutableArray<int> Seats { get; init; } = [];

    public ImmutableArray<int> Mesas { get; init; } = [];

    /// <summary>What was thrown away and <i>deshacer</i> would bring back, in any conversation.</summary>
    public ImmutableArray<UndoState> ThrownAway { get; init; } = [];

    /// <summary>The proposals of others that the person supports.</summary>
    public ImmutableArray<ReceiptNumber> Supports { get; init; } = [];
}

public sealed record OwnResponse(Consultation Consultation, Answer Answer, DateTimeOffset At);

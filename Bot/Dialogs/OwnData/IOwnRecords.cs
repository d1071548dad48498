using System.Collections.Immutable;
using AgaBot.Consultations;
using AgaBot.Forms;
using AgaBot.Plans;
using AgaBot.Plans.Linking;

namespace AgaBot.Dialogs.OwnData;

/// <summary>Reads what is stored of one person besides profile, drafts and fichas.</summary>
public interface IOwnRecords
{
    ValueTask<OwnRecords> OfAsync(ParticipantId participant, CancellationToken cancellationToken);
}

/// <param name="Identities">The person's ids on channels, besides the one that was asked about.</param>
/// <param name="Conversations">Number of stored conversations on all channels.</param>
public sealed record OwnRecords(ImmutableArray<OwnResponse> Responses, ImmutableArray<ParticipantId> Identities, int Conversations)
{
    /// <summary>The numbers of the mesas at which the person took a seat or which they opened.</summary>
    public ImmutableArray<int> Seats { get; init; } = [];

    public ImmutableArray<int> Mesas { get; init; } = [];

    /// <summary>What <i>deshacer</i> would bring back, in any conversation.</summary>
    public ImmutableArray<UndoState> ThrownAway { get; init; } = [];

    /// <summary>The links that can still be undone, or that were until the next daily round.</summary>
    public ImmutableArray<LinkMemory> Links { get; init; } = [];

    /// <summary>The proposals of others that the person supports.</summary>
    public ImmutableArray<ReceiptNumber> Supports { get; init; } = [];
}

public sealed record OwnResponse(Consultation Consultation, Answer Answer, DateTimeOffset At);

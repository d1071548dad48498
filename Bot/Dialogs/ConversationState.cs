using System.Collections.Immutable;
using AgaBot.Plans;
using AgaBot.Plans.Linking;

namespace AgaBot.Dialogs;

/// <summary>The state of one conversation.</summary>
/// <param name="Language">Language of the replies: <c>es</c> or <c>en</c>.</param>
/// <param name="Greeted">Whether the welcome was shown; it is shown once.</param>
/// <param name="CodeAttempts">Wrong access codes in this conversation, the last of them at <see cref="LastWrongCode"/>.</param>
/// <param name="ActiveForm">The form that typed answers go to.</param>
/// <param name="Pending">What the person asked for before consent or a profile had to be asked.</param>
/// <param name="MoreAfter">Where the last page of <i>mis fichas</i> ended.</param>
public sealed record ConversationState(
    string Language,
    bool Greeted,
    int CodeAttempts,
    ActiveForm? ActiveForm,
    PendingRequest? Pending,
    ProposalCursor? MoreAfter
)
{
    public DateTimeOffset? LastWrongCode { get; init; }

    /// <summary>Wrong link codes; null if there were none since the last right one.</summary>
    public WrongCodes? WrongLinks { get; init; }

    /// <summary>Wrong seat codes; null if there were none since the last right one.</summary>
    public WrongCodes? WrongSeats { get; init; }

    /// <summary>The day in Lima of the person's last input here; null if there was none.</summary>
    public DateOnly? HeardOn { get; init; }

    /// <summary>Number of inputs in a row that were not understood.</summary>
    public int Misunderstood { get; init; }

    /// <summary>What <i>deshacer</i> brings back; null if there is nothing.</summary>
    public UndoState? Undo { get; init; }

    /// <summary>What is asked or awaited here about a link to another id of the person; usually null.</summary>
    public LinkQuestion? Link { get; init; }

    /// <summary>The resumen that the person is going through; usually null.</summary>
    public DocumentInHand? Document { get; init; }

    /// <summary>What the person said and is asked about, whether to take it down; usually null.</summary>
    public OfferedSentence? Offered { get; init; }

    /// <summary>The proposals of the last numbered list; the first has number 1.</summary>
    public ImmutableArray<ReceiptNumber> Listed { get; init; } = [];

    public static ConversationState New(string language) => new(language, false, 0, null, null, null);
}

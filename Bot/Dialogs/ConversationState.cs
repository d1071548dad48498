using System.Collections.Immutable;
using AgaBot.Plans;

namespace AgaBot.Dialogs;

/// <summary>Where one conversation stands.</summary>
/// <param name="Language">What the person is answered in: <c>es</c> or <c>en</c>.</param>
/// <param name="Greeted">Whether the welcome was said; it is said once.</param>
/// <param name="CodeAttempts">Access codes tried in vain in this conversation, the last of them at <see cref="LastWrongCode"/>.</param>
/// <param name="ActiveForm">The form that typed answers go to.</param>
/// <param name="Pending">What the person wanted before consent or a profile had to be asked.</param>
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

    /// <summary>The day in Lima on which the person was heard here last; null where they never were.</summary>
    public DateOnly? HeardOn { get; init; }

    /// <summary>How many times in a row something was not understood.</summary>
    public int Misunderstood { get; init; }

    /// <summary>What <i>deshacer</i> brings back; null where there is nothing.</summary>
    public UndoState? Undo { get; init; }

    /// <summary>A resumen that the person goes through; null nearly always.</summary>
    public DocumentInHand? Document { get; init; }

    /// <summary>The proposals that were listed last with numbers, the first of them under 1.</summary>
    public ImmutableArray<ReceiptNumber> Listed { get; init; } = [];

    public static ConversationState New(string language) => new(language, false, 0, null, null, null);
}

using System.Diagnostics;
using System.Text.Json.Serialization;
using AgaBot.Dialogs;
using AgaBot.Dialogs.Inputs;
using AgaBot.Plans;

namespace AgaBot.Storage.Shapes;

/// <summary>A <see cref="ConversationState"/> as it is kept.</summary>
internal sealed record StoredTalk(
    string Language,
    bool Greeted,
    int CodeAttempts,
    [property: JsonConverter(typeof(KindConverter<ActiveForm>))] ActiveForm? Walk = null,
    [property: JsonConverter(typeof(KindConverter<PendingRequest>))] PendingRequest? Then = null,
    string? MoreAfter = null,
    DateTimeOffset? LastWrongCode = null,
    DateOnly? HeardOn = null,
    int? Misunderstood = null,
    StoredThrownAway? ThrownAway = null,
    StoredDocument? Document = null,
    string[]? Listed = null,
    StoredWrongCodes? WrongLinks = null,
    StoredWrongCodes? WrongSeats = null,
    StoredLinkQuestion? Link = null,
    StoredOffered? Offered = null
)
{
    public static StoredTalk Of(ConversationState conversation) =>
        new(
            conversation.Language,
            conversation.Greeted,
            conversation.CodeAttempts,
            conversation.ActiveForm,
            conversation.Pending,
            conversation.MoreAfter?.Value,
            conversation.LastWrongCode,
            conversation.HeardOn,
            conversation.Misunderstood == 0 ? null : conversation.Misunderstood,
            conversation.Undo is null ? null : StoredThrownAway.Of(conversation.Undo),
            conversation.Document is null ? null : StoredDocument.Of(conversation.Document),
            conversation.Listed.IsEmpty ? null : [.. conversation.Listed.Select(static receipt => receipt.Digits)],
            StoredWrongCodes.Of(conversation.WrongLinks),
            StoredWrongCodes.Of(conversation.WrongSeats),
            StoredLinkQuestion.Of(conversation.Link),
            conversation.Offered is { } offered ? new StoredOffered(offered.Text, offered.Asked) : null
        );

    public ConversationState ToTalk() =>
        new(Language, Greeted, CodeAttempts, Walk, Then, MoreAfter is null ? null : new ProposalCursor(MoreAfter))
        {
            LastWrongCode = LastWrongCode,
            WrongLinks = WrongLinks?.ToWrongCodes(),
            WrongSeats = WrongSeats?.ToWrongCodes(),
            HeardOn = HeardOn,
            Misunderstood = Misunderstood ?? 0,
            Undo = ThrownAway?.ToThrownAway(),
            Document = Document?.ToDocument(),
            Link = Link?.ToQuestion(),
            Offered = Offered is { } offered ? new OfferedSentence(offered.Text, offered.Asked) : null,
            Listed = Listed is null ? [] : [.. Listed.Select(ReadReceipt)],
        };

    internal static ReceiptNumber ReadReceipt(string digits) =>
        ReceiptNumber.TryParse(digits, out ReceiptNumber number)
            ? number
            : throw new InvalidDataException($"{digits} is no receipt number.");
}

/// <summary>An <see cref="OfferedSentence"/> as it is kept.</summary>
internal sealed record StoredOffered(string Text, int Asked);

/// <summary>A <see cref="WrongCodes"/> as it is kept.</summary>
internal sealed record StoredWrongCodes(int Count, DateTimeOffset Last)
{
    public static StoredWrongCodes? Of(WrongCodes? wrong) => wrong is null ? null : new(wrong.Count, wrong.Last);

    public WrongCodes ToWrongCodes() => new(Count, Last);
}

/// <summary>A <see cref="UndoState"/> as it is kept: of a draft, or of another form.</summary>
internal sealed record StoredThrownAway(
    DateOnly On,
    StoredDraft? Draft = null,
    [property: JsonConverter(typeof(KindConverter<ActiveForm>))] ActiveForm? Walk = null,
    [property: JsonConverter(typeof(KindConverter<PendingRequest>))] PendingRequest? Then = null
)
{
    public static StoredThrownAway Of(UndoState thrown) =>
        thrown switch
        {
            UndoState.Proposal proposal => new StoredThrownAway(proposal.On, Draft: StoredDraft.Of(proposal.Draft)),
            UndoState.Form form => new StoredThrownAway(form.On, Walk: form.ActiveForm, Then: form.Pending),
            _ => throw new UnreachableException($"No shape for {thrown.GetType()}."),
        };

    public UndoState ToThrownAway() =>
        (Draft, Walk) switch
        {
            ({ } draft, _) => new UndoState.Proposal(On, draft.ToDraft()),
            (_, FormWithSession form) => new UndoState.Form(On, form, Then),
            _ => throw new InvalidDataException("What was thrown away is neither a draft nor a form."),
        };
}

/// <summary>A <see cref="DocumentInHand"/> as it is kept.</summary>
internal sealed record StoredDocument(string File, int Count, int[] Left, string? Draft = null)
{
    public static StoredDocument Of(DocumentInHand document) =>
        new(document.File.Value, document.Count, [.. document.Left], document.Draft?.Value);

    public DocumentInHand ToDocument() => new(new SentFileId(File), Count, [.. Left], Draft is null ? null : new ProposalId(Draft));
}

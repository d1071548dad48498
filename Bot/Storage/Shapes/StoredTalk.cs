using System.Diagnostics;
using System.Text.Json.Serialization;
using AgaBot.Consultations;
using AgaBot.Dialogs;
using AgaBot.Dialogs.Inputs;
using AgaBot.Plans;

namespace AgaBot.Storage.Shapes;

/// <summary>A <see cref="ConversationState"/> as it is kept.</summary>
internal sealed record StoredTalk(
    string Language,
    bool Greeted,
    int CodeAttempts,
    StoredWalk? Walk = null,
    StoredIntention? Then = null,
    string? MoreAfter = null,
    DateTimeOffset? LastWrongCode = null,
    DateOnly? HeardOn = null,
    int? Misunderstood = null,
    StoredThrownAway? ThrownAway = null,
    StoredDocument? Document = null,
    string[]? Listed = null
)
{
    public static StoredTalk Of(ConversationState conversation) =>
        new(
            conversation.Language,
            conversation.Greeted,
            conversation.CodeAttempts,
            conversation.ActiveForm is null ? null : StoredWalk.Of(conversation.ActiveForm),
            conversation.Pending is null ? null : StoredIntention.Of(conversation.Pending),
            conversation.MoreAfter?.Value,
            conversation.LastWrongCode,
            conversation.HeardOn,
            conversation.Misunderstood == 0 ? null : conversation.Misunderstood,
            conversation.Undo is null ? null : StoredThrownAway.Of(conversation.Undo),
            conversation.Document is null ? null : StoredDocument.Of(conversation.Document),
            conversation.Listed.IsEmpty ? null : [.. conversation.Listed.Select(static receipt => receipt.Digits)]
        );

    public ConversationState ToTalk() =>
        new(Language, Greeted, CodeAttempts, Walk?.ToWalk(), Then?.ToIntention(), MoreAfter is null ? null : new ProposalCursor(MoreAfter))
        {
            LastWrongCode = LastWrongCode,
            HeardOn = HeardOn,
            Misunderstood = Misunderstood ?? 0,
            Undo = ThrownAway?.ToThrownAway(),
            Document = Document?.ToDocument(),
            Listed = Listed is null ? [] : [.. Listed.Select(ReadReceipt)],
        };

    internal static ReceiptNumber ReadReceipt(string digits) =>
        ReceiptNumber.TryParse(digits, out ReceiptNumber number)
            ? number
            : throw new InvalidDataException($"{digits} is no receipt number.");
}

/// <summary>A <see cref="UndoState"/> as it is kept: of a draft, or of another form.</summary>
internal sealed record StoredThrownAway(DateOnly On, StoredDraft? Draft = null, StoredWalk? Walk = null, StoredIntention? Then = null)
{
    public static StoredThrownAway Of(UndoState thrown) =>
        thrown switch
        {
            UndoState.Proposal proposal => new StoredThrownAway(proposal.On, Draft: StoredDraft.Of(proposal.Draft)),
            UndoState.Form form => new StoredThrownAway(
                form.On,
                Walk: StoredWalk.Of(form.ActiveForm),
                Then: form.Pending is null ? null : StoredIntention.Of(form.Pending)
            ),
            _ => throw new UnreachableException($"No shape for {thrown.GetType()}."),
        };

    public UndoState ToThrownAway() =>
        (Draft, Walk) switch
        {
            ({ } draft, _) => new UndoState.Proposal(On, draft.ToDraft()),
            (_, { } walk) => new UndoState.Form(On, walk.ToWalk(), Then?.ToIntention()),
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

/// <summary>A <see cref="ActiveForm"/> as it is kept, told apart by <c>kind</c>.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(AboutMe), "aboutMe")]
[JsonDerivedType(typeof(Proposing), "proposing")]
[JsonDerivedType(typeof(Correcting), "correcting")]
[JsonDerivedType(typeof(Erasing), "erasing")]
[JsonDerivedType(typeof(CountingMesa), "countingMesa")]
[JsonDerivedType(typeof(OpeningConsultation), "openingConsultation")]
[JsonDerivedType(typeof(Responding), "responding")]
internal abstract record StoredWalk
{
    private StoredWalk() { }

    public static StoredWalk Of(ActiveForm walk) =>
        walk switch
        {
            ActiveForm.AboutMe aboutMe => new AboutMe(StoredSession.Of(aboutMe.Session)),
            ActiveForm.Proposing proposing => new Proposing(proposing.Draft.Value),
            ActiveForm.Correcting correcting => new Correcting(StoredSession.Of(correcting.Session)),
            ActiveForm.Erasing erasing => new Erasing(StoredSession.Of(erasing.Session)),
            ActiveForm.CountingMesa counting => new CountingMesa(counting.Id.Value, StoredSession.Of(counting.Session)),
            ActiveForm.OpeningConsultation opening => new OpeningConsultation(opening.Id.Value, StoredSession.Of(opening.Session)),
            ActiveForm.Responding responding => new Responding(
                StoredConsultation.Of(responding.Consultation),
                StoredSession.Of(responding.Session)
            ),
            _ => throw new UnreachableException($"No shape for {walk.GetType()}."),
        };

    public abstract ActiveForm ToWalk();

    internal sealed record AboutMe(StoredSession Session) : StoredWalk
    {
        public override ActiveForm ToWalk() => new ActiveForm.AboutMe(Session.ToSession());
    }

    internal sealed record Proposing(string Draft) : StoredWalk
    {
        public override ActiveForm ToWalk() => new ActiveForm.Proposing(new ProposalId(Draft));
    }

    internal sealed record Correcting(StoredSession Session) : StoredWalk
    {
        public override ActiveForm ToWalk() => new ActiveForm.Correcting(Session.ToSession());
    }

    internal sealed record Erasing(StoredSession Session) : StoredWalk
    {
        public override ActiveForm ToWalk() => new ActiveForm.Erasing(Session.ToSession());
    }

    internal sealed record CountingMesa(string Id, StoredSession Session) : StoredWalk
    {
        public override ActiveForm ToWalk() => new ActiveForm.CountingMesa(new MesaId(Id), Session.ToSession());
    }

    internal sealed record OpeningConsultation(string Id, StoredSession Session) : StoredWalk
    {
        public override ActiveForm ToWalk() => new ActiveForm.OpeningConsultation(new ConsultationId(Id), Session.ToSession());
    }

    internal sealed record Responding(StoredConsultation Consultation, StoredSession Session) : StoredWalk
    {
        public override ActiveForm ToWalk() => new ActiveForm.Responding(Consultation.ToConsultation(), Session.ToSession());
    }
}

/// <summary>An <see cref="PendingRequest"/> as it is kept, told apart by <c>kind</c>.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Propose), "propose")]
[JsonDerivedType(typeof(Respond), "respond")]
[JsonDerivedType(typeof(ReadFile), "readFile")]
[JsonDerivedType(typeof(OpenMesa), "openMesa")]
[JsonDerivedType(typeof(ClaimSeat), "claimSeat")]
[JsonDerivedType(typeof(Support), "support")]
internal abstract record StoredIntention
{
    private StoredIntention() { }

    public static StoredIntention Of(PendingRequest intention) =>
        intention switch
        {
            PendingRequest.Propose propose => new Propose(propose.Kind, propose.ComponentId),
            PendingRequest.Respond respond => new Respond(StoredConsultation.Of(respond.Consultation)),
            PendingRequest.ReadFile read => new ReadFile(read.File.Value, read.Number),
            PendingRequest.OpenMesa => new OpenMesa(),
            PendingRequest.ClaimSeat claim => new ClaimSeat(claim.Mesa.Value),
            PendingRequest.Support support => new Support(support.Receipt.Digits),
            _ => throw new UnreachableException($"No shape for {intention.GetType()}."),
        };

    public abstract PendingRequest ToIntention();

    internal sealed record Propose(ProposalKind What, string? Component = null) : StoredIntention
    {
        public override PendingRequest ToIntention() => new PendingRequest.Propose(What, Component);
    }

    internal sealed record Respond(StoredConsultation Consultation) : StoredIntention
    {
        public override PendingRequest ToIntention() => new PendingRequest.Respond(Consultation.ToConsultation());
    }

    internal sealed record OpenMesa : StoredIntention
    {
        public override PendingRequest ToIntention() => new PendingRequest.OpenMesa();
    }

    internal sealed record ClaimSeat(string Mesa) : StoredIntention
    {
        public override PendingRequest ToIntention() => new PendingRequest.ClaimSeat(new MesaId(Mesa));
    }

    internal sealed record Support(string Receipt) : StoredIntention
    {
        public override PendingRequest ToIntention() => new PendingRequest.Support(StoredTalk.ReadReceipt(Receipt));
    }

    internal sealed record ReadFile(string File, int? Number = null) : StoredIntention
    {
        public override PendingRequest ToIntention() => new PendingRequest.ReadFile(new SentFileId(File), Number);
    }
}

using System.Diagnostics;
using System.Text.Json.Serialization;
using AgaBot.Consultations;
using AgaBot.Dialogs;
using AgaBot.Dialogs.Inputs;
using AgaBot.Plans;
using AgaBot.Plans.Mesas;

namespace AgaBot.Storage.Shapes;

/// <summary>A <see cref="Talk"/> as it is kept.</summary>
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
    public static StoredTalk Of(Talk talk) =>
        new(
            talk.Language,
            talk.Greeted,
            talk.CodeAttempts,
            talk.Walk is null ? null : StoredWalk.Of(talk.Walk),
            talk.Then is null ? null : StoredIntention.Of(talk.Then),
            talk.MoreAfter?.Value,
            talk.LastWrongCode,
            talk.HeardOn,
            talk.Misunderstood == 0 ? null : talk.Misunderstood,
            talk.ThrownAway is null ? null : StoredThrownAway.Of(talk.ThrownAway),
            talk.Document is null ? null : StoredDocument.Of(talk.Document),
            talk.Listed.IsEmpty ? null : [.. talk.Listed.Select(static receipt => receipt.Digits)]
        );

    public Talk ToTalk() =>
        new(Language, Greeted, CodeAttempts, Walk?.ToWalk(), Then?.ToIntention(), MoreAfter is null ? null : new ProposalCursor(MoreAfter))
        {
            LastWrongCode = LastWrongCode,
            HeardOn = HeardOn,
            Misunderstood = Misunderstood ?? 0,
            ThrownAway = ThrownAway?.ToThrownAway(),
            Document = Document?.ToDocument(),
            Listed = Listed is null ? [] : [.. Listed.Select(ReadReceipt)],
        };

    internal static ReceiptNumber ReadReceipt(string digits) =>
        ReceiptNumber.TryParse(digits, out ReceiptNumber number)
            ? number
            : throw new InvalidDataException($"{digits} is no receipt number.");
}

/// <summary>A <see cref="ThrownAway"/> as it is kept: of a draft, or of another form.</summary>
internal sealed record StoredThrownAway(DateOnly On, StoredDraft? Draft = null, StoredWalk? Walk = null, StoredIntention? Then = null)
{
    public static StoredThrownAway Of(ThrownAway thrown) =>
        thrown switch
        {
            ThrownAway.Proposal proposal => new StoredThrownAway(proposal.On, Draft: StoredDraft.Of(proposal.Draft)),
            ThrownAway.Form form => new StoredThrownAway(
                form.On,
                Walk: StoredWalk.Of(form.Walk),
                Then: form.Then is null ? null : StoredIntention.Of(form.Then)
            ),
            _ => throw new UnreachableException($"No shape for {thrown.GetType()}."),
        };

    public ThrownAway ToThrownAway() =>
        (Draft, Walk) switch
        {
            ({ } draft, _) => new ThrownAway.Proposal(On, draft.ToDraft()),
            (_, { } walk) => new ThrownAway.Form(On, walk.ToWalk(), Then?.ToIntention()),
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

/// <summary>A <see cref="Walk"/> as it is kept, told apart by <c>kind</c>.</summary>
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

    public static StoredWalk Of(Walk walk) =>
        walk switch
        {
            Walk.AboutMe aboutMe => new AboutMe(StoredSession.Of(aboutMe.Session)),
            Walk.Proposing proposing => new Proposing(proposing.Draft.Value),
            Walk.Correcting correcting => new Correcting(StoredSession.Of(correcting.Session)),
            Walk.Erasing erasing => new Erasing(StoredSession.Of(erasing.Session)),
            Walk.CountingMesa counting => new CountingMesa(counting.Id.Value, StoredSession.Of(counting.Session)),
            Walk.OpeningConsultation opening => new OpeningConsultation(opening.Id.Value, StoredSession.Of(opening.Session)),
            Walk.Responding responding => new Responding(
                StoredConsultation.Of(responding.Consultation),
                StoredSession.Of(responding.Session)
            ),
            _ => throw new UnreachableException($"No shape for {walk.GetType()}."),
        };

    public abstract Walk ToWalk();

    internal sealed record AboutMe(StoredSession Session) : StoredWalk
    {
        public override Walk ToWalk() => new Walk.AboutMe(Session.ToSession());
    }

    internal sealed record Proposing(string Draft) : StoredWalk
    {
        public override Walk ToWalk() => new Walk.Proposing(new ProposalId(Draft));
    }

    internal sealed record Correcting(StoredSession Session) : StoredWalk
    {
        public override Walk ToWalk() => new Walk.Correcting(Session.ToSession());
    }

    internal sealed record Erasing(StoredSession Session) : StoredWalk
    {
        public override Walk ToWalk() => new Walk.Erasing(Session.ToSession());
    }

    internal sealed record CountingMesa(string Id, StoredSession Session) : StoredWalk
    {
        public override Walk ToWalk() => new Walk.CountingMesa(new MesaId(Id), Session.ToSession());
    }

    internal sealed record OpeningConsultation(string Id, StoredSession Session) : StoredWalk
    {
        public override Walk ToWalk() => new Walk.OpeningConsultation(new ConsultationId(Id), Session.ToSession());
    }

    internal sealed record Responding(StoredConsultation Consultation, StoredSession Session) : StoredWalk
    {
        public override Walk ToWalk() => new Walk.Responding(Consultation.ToConsultation(), Session.ToSession());
    }
}

/// <summary>An <see cref="Intention"/> as it is kept, told apart by <c>kind</c>.</summary>
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

    public static StoredIntention Of(Intention intention) =>
        intention switch
        {
            Intention.Propose propose => new Propose(propose.Kind, propose.ComponentId),
            Intention.Respond respond => new Respond(StoredConsultation.Of(respond.Consultation)),
            Intention.ReadFile read => new ReadFile(read.File.Value, read.Number),
            Intention.OpenMesa => new OpenMesa(),
            Intention.ClaimSeat claim => new ClaimSeat(claim.Mesa.Value),
            Intention.Support support => new Support(support.Receipt.Digits),
            _ => throw new UnreachableException($"No shape for {intention.GetType()}."),
        };

    public abstract Intention ToIntention();

    internal sealed record Propose(ProposalKind What, string? Component = null) : StoredIntention
    {
        public override Intention ToIntention() => new Intention.Propose(What, Component);
    }

    internal sealed record Respond(StoredConsultation Consultation) : StoredIntention
    {
        public override Intention ToIntention() => new Intention.Respond(Consultation.ToConsultation());
    }

    internal sealed record OpenMesa : StoredIntention
    {
        public override Intention ToIntention() => new Intention.OpenMesa();
    }

    internal sealed record ClaimSeat(string Mesa) : StoredIntention
    {
        public override Intention ToIntention() => new Intention.ClaimSeat(new MesaId(Mesa));
    }

    internal sealed record Support(string Receipt) : StoredIntention
    {
        public override Intention ToIntention() => new Intention.Support(StoredTalk.ReadReceipt(Receipt));
    }

    internal sealed record ReadFile(string File, int? Number = null) : StoredIntention
    {
        public override Intention ToIntention() => new Intention.ReadFile(new SentFileId(File), Number);
    }
}

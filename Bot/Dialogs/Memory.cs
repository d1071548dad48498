using System.Collections.Immutable;
using AgaBot.Consultations;
using AgaBot.Dialogs.Inputs;
using AgaBot.Forms;
using AgaBot.Plans;
using AgaBot.Plans.Mesas;

namespace AgaBot.Dialogs;

/// <summary>All that a dialog remembers: who the person is, what they have begun, and where this conversation stands.</summary>
/// <param name="Drafts">Of this person in any conversation, oldest first.</param>
public sealed record Memory(Participant Participant, ImmutableArray<Draft> Drafts, Talk Talk)
{
    /// <summary>The <see cref="Talk.Language"/> that the person asked for last, in any conversation of their own; null where they never did.</summary>
    public string? Language { get; init; }

    /// <summary>The mesa that the person records for, in any conversation; null where they speak for themselves.</summary>
    public MesaRef? Mesa { get; init; }

    /// <summary>Whether the person asked not to be reminded of their drafts.</summary>
    public bool RefusesReminders { get; init; }
}

/// <summary>Where one conversation stands.</summary>
/// <param name="Language">What the person is answered in: <c>es</c> or <c>en</c>.</param>
/// <param name="Greeted">Whether the welcome was said; it is said once.</param>
/// <param name="CodeAttempts">Access codes tried in vain in this conversation, the last of them at <see cref="LastWrongCode"/>.</param>
/// <param name="Walk">The form that typed answers go to.</param>
/// <param name="Then">What the person wanted before consent or a profile had to be asked.</param>
/// <param name="MoreAfter">Where the last page of <i>mis fichas</i> ended.</param>
public sealed record Talk(string Language, bool Greeted, int CodeAttempts, Walk? Walk, Intention? Then, ProposalCursor? MoreAfter)
{
    public DateTimeOffset? LastWrongCode { get; init; }

    /// <summary>The day in Lima on which the person was heard here last; null where they never were.</summary>
    public DateOnly? HeardOn { get; init; }

    /// <summary>How many times in a row something was not understood.</summary>
    public int Misunderstood { get; init; }

    /// <summary>What <i>deshacer</i> brings back; null where there is nothing.</summary>
    public ThrownAway? ThrownAway { get; init; }

    /// <summary>A resumen that the person goes through; null nearly always.</summary>
    public DocumentInHand? Document { get; init; }

    /// <summary>The proposals that were listed last with numbers, the first of them under 1.</summary>
    public ImmutableArray<ReceiptNumber> Listed { get; init; } = [];

    public static Talk New(string language) => new(language, false, 0, null, null, null);
}

/// <summary>A form that is being walked in a conversation.</summary>
public abstract record Walk
{
    private Walk() { }

    /// <summary>Consent alone, or consent and profile.</summary>
    public sealed record AboutMe(FormSession Session) : Walk;

    /// <summary>A draft of <see cref="Memory.Drafts"/>, which holds the session.</summary>
    public sealed record Proposing(ProposalId Draft) : Walk;

    /// <summary>The profile again, to be changed.</summary>
    public sealed record Correcting(FormSession Session) : Walk;

    /// <summary>The one question before everything is erased.</summary>
    public sealed record Erasing(FormSession Session) : Walk;

    /// <summary>Who sits at a mesa: one that is being opened, or the one that is recorded for.</summary>
    public sealed record CountingMesa(MesaId Id, FormSession Session) : Walk;

    public sealed record OpeningConsultation(ConsultationId Id, FormSession Session) : Walk;

    /// <param name="Consultation">As it stood when the walk began, so that a turn need not read it again.</param>
    public sealed record Responding(Consultation Consultation, FormSession Session) : Walk;
}

/// <summary>What to go on with once consent and profile are there.</summary>
public abstract record Intention
{
    private Intention() { }

    public sealed record Propose(ProposalKind Kind, string? ComponentId) : Intention;

    public sealed record Respond(Consultation Consultation) : Intention;

    public sealed record OpenMesa : Intention;

    public sealed record ClaimSeat(MesaId Mesa) : Intention;

    public sealed record Support(ReceiptNumber Receipt) : Intention;

    /// <summary>To make a draft of a ficha in a file.</summary>
    /// <param name="Number">Of the fichas in it, from 1; null where it is not known yet how many there are.</param>
    public sealed record ReadFile(SentFileId File, int? Number = null) : Intention;
}

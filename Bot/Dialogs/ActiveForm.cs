using AgaBot.Consultations;
using AgaBot.Forms.Walking;
using AgaBot.Plans;

namespace AgaBot.Dialogs;

/// <summary>A form that is being walked in a conversation.</summary>
public abstract record ActiveForm
{
    private ActiveForm() { }

    /// <summary>Consent alone, or consent and profile.</summary>
    public sealed record AboutMe(FormSession Session) : ActiveForm;

    /// <summary>A draft of <see cref="DialogState.Drafts"/>, which holds the session.</summary>
    public sealed record Proposing(ProposalId Draft) : ActiveForm;

    /// <summary>The profile again, to be changed.</summary>
    public sealed record Correcting(FormSession Session) : ActiveForm;

    /// <summary>The one question before everything is erased.</summary>
    public sealed record Erasing(FormSession Session) : ActiveForm;

    /// <summary>Who sits at a mesa: one that is being opened, or the one that is recorded for.</summary>
    public sealed record CountingMesa(MesaId Id, FormSession Session) : ActiveForm;

    public sealed record OpeningConsultation(ConsultationId Id, FormSession Session) : ActiveForm;

    /// <param name="Consultation">As it stood when the walk began, so that a turn need not read it again.</param>
    public sealed record Responding(Consultation Consultation, FormSession Session) : ActiveForm;
}

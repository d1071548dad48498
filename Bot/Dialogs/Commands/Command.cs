using AgaBot.Plans;

namespace AgaBot.Dialogs.Commands;

/// <summary>What a person can ask for by name, in any state, in Spanish or English.</summary>
internal abstract record Command
{
    private Command() { }

    public sealed record Hello : Command;

    public sealed record Propose : Command;

    /// <param name="Component">The component's number, from 1; null attaches to nothing yet.</param>
    public sealed record Contribute(int? Component) : Command;

    public sealed record MyProposals : Command;

    public sealed record More : Command;

    /// <param name="Number">As <i>mis fichas</i> numbers the drafts; null is the one changed last.</param>
    public sealed record Resume(int? Number) : Command;

    /// <summary><i>Seguir</i>: the question at hand again, or a draft as <see cref="Resume"/> takes it up.</summary>
    public sealed record GoOn(int? Number) : Command;

    /// <summary><i>Ver lo respondido</i>, in the open form or in a draft.</summary>
    public sealed record ShowAnswers(int? Number) : Command;

    /// <summary><i>Descartar</i>: <see cref="Cancel"/>, for a draft that is not open as well.</summary>
    public sealed record Discard(int? Number) : Command;

    /// <summary><i>Deshacer</i>: brings back what was thrown away last.</summary>
    public sealed record Undo : Command;

    public sealed record ShowGlossary : Command;

    /// <summary><i>Aviso</i>: all that the consent is about.</summary>
    public sealed record ShowPrivacyNotice : Command;

    /// <summary><i>Siguiente</i>: the next ficha of the document in hand.</summary>
    public sealed record NextOfDocument : Command;

    /// <param name="Number">A ficha of the document in hand, from 1; null lists those that are left.</param>
    public sealed record ShowDocument(int? Number) : Command;

    /// <summary><i>Ficha en blanco</i>.</summary>
    public sealed record ShowBlank : Command;

    /// <summary><i>Copia 482-716-4</i>: one's own ficha, whole.</summary>
    /// <param name="Receipt">Null is the one sent last.</param>
    public sealed record Copy(ReceiptNumber? Receipt) : Command;

    /// <summary><i>No me recuerde más</i>: no draft of the person brings a reminder any more.</summary>
    public sealed record StopReminders : Command;

    public sealed record AllowReminders : Command;

    public sealed record ListConsultations : Command;

    /// <param name="Number">The consultation's; null where there is one alone.</param>
    public sealed record Respond(int? Number) : Command;

    public sealed record NewConsultation : Command;

    /// <summary><i>Apoyar</i> alone: shows what there is to support.</summary>
    public sealed record ListToSupport : Command;

    public sealed record Support(ProposalPick Pick) : Command;

    public sealed record WithdrawSupport(ProposalPick Pick) : Command;

    /// <summary><i>Sumar 1</i>: sends what is at its review as an aporte to another proposal.</summary>
    public sealed record AddTo(ProposalPick Pick) : Command;

    /// <param name="Number">Of the question that a suggestion is about; null for every suggestion.</param>
    public sealed record IgnoreSuggestion(int? Number) : Command;

    /// <summary><i>Vista previa</i>: how an evaluator would read the proposal at hand.</summary>
    public sealed record PreviewProposal : Command;

    public sealed record ShowProgress : Command;

    public sealed record Help : Command;

    public sealed record Back : Command;

    public sealed record Skip : Command;

    public sealed record Done : Command;

    public sealed record Edit(int? Number) : Command;

    /// <summary><i>Quitar 2</i>: takes a row out of the table at hand; null is the last.</summary>
    public sealed record RemoveRow(int? Number) : Command;

    /// <summary><i>Cambiar 2</i>: of the table at hand a row, elsewhere an answer.</summary>
    public sealed record Change(int Number) : Command;

    /// <summary><i>Cambiar fila 2</i>: takes up a row of the table to be changed; null is the last.</summary>
    public sealed record EditRow(int? Number) : Command;

    /// <summary><i>Cambiar fila 2 por …</i>.</summary>
    public sealed record ReplaceRow(int Number, string Text) : Command;

    /// <summary><i>Cambiar respuesta 8 por …</i>.</summary>
    public sealed record ReplaceAnswer(int Number, string Text) : Command;

    /// <summary><i>Usar nombre 5</i>: abbreviations in an answer become the names that they stand for.</summary>
    /// <param name="Answer">The answer's number; null is the last list before the question at hand.</param>
    public sealed record UseFullNames(int? Answer) : Command;

    /// <summary><i>Dejar así</i>: what was pointed out was meant.</summary>
    public sealed record LeaveAsIs : Command;

    /// <summary><i>Subir 3</i>, <i>bajar 1</i>.</summary>
    /// <param name="By">Places that the row moves: below 0 towards the top.</param>
    public sealed record MoveRow(int Number, int By) : Command;

    public sealed record Cancel : Command;

    public sealed record Restart : Command;

    public sealed record Send : Command;

    /// <param name="To">A <see cref="ConversationState.Language"/>; null is the other one.</param>
    public sealed record ChangeLanguage(string? To) : Command;

    /// <param name="Code">As typed; it is a secret: never said back, never logged.</param>
    public sealed record BecomeCoordinator(string Code) : Command
    {
        public override string ToString() => nameof(BecomeCoordinator);
    }

    /// <summary><i>Vincular</i>: asks for a code by which the person is recognised elsewhere.</summary>
    public sealed record OfferLink : Command;

    /// <param name="Code">As typed; it is a secret: never said back, never logged.</param>
    public sealed record TakeLink(string Code) : Command
    {
        public override string ToString() => nameof(TakeLink);
    }

    /// <summary><i>Mesa</i>: opens a mesa, or shows the one that is recorded for.</summary>
    public sealed record Mesa : Command;

    public sealed record EditMesa : Command;

    public sealed record DrawMesaCode : Command;

    public sealed record CloseMesa : Command;

    /// <summary><i>Asiento CÓDIGO</i>: takes one's seat at a mesa.</summary>
    /// <param name="Code">As typed; it is a secret: never said back, never logged.</param>
    public sealed record ClaimSeat(string Code) : Command
    {
        public override string ToString() => nameof(ClaimSeat);
    }

    public sealed record ShowMyData : Command;

    public sealed record CorrectMyData : Command;

    public sealed record DeleteMyData : Command;

    /// <summary>A command that the bot knows and cannot follow yet.</summary>
    /// <param name="Key">Names its sentence among the texts.</param>
    public sealed record Unavailable(string Key, bool ForCoordinators) : Command;
}

using System.Collections.Immutable;

namespace AgaBot.Forms.Walking;

/// <summary>Everything that a person can do in a form.</summary>
public abstract record FormInput
{
    private FormInput() { }

    /// <summary>Text typed at the current question, at a confirmation or at the review.</summary>
    public sealed record Say(string Text) : FormInput;

    /// <summary>
    /// The inputs of a card. A card with an older revision or another question than the current one is <see cref="FormOutcome.Stale"/>. The
    /// values are taken in the order of the form until one is not understood. A card covers the questions from the current one to the last
    /// that <paramref name="Values"/> names, even with a blank value; an optional question among them without a value is skipped.
    /// </summary>
    public sealed record Fill(int Revision, string QuestionId, ImmutableArray<KeyValuePair<string, string>> Values) : FormInput;

    /// <summary>One row for the current table question, from a card: one text per column.</summary>
    public sealed record AddRow(int Revision, string QuestionId, ImmutableArray<string> Cells) : FormInput;

    /// <param name="Number">From 1.</param>
    public sealed record RemoveRow(int? Revision, int Number) : FormInput;

    /// <summary>Opens a row for change: the next answer or row replaces it. From the review, the walk returns to the review.</summary>
    /// <param name="Number">From 1.</param>
    public sealed record EditRow(int? Revision, int Number) : FormInput;

    /// <summary>New text for a row, said anywhere in the form; the walk stays where it was.</summary>
    /// <param name="Number">From 1.</param>
    public sealed record ReplaceRow(int Number, string Text) : FormInput;

    /// <summary>A new answer to another question; the current question stays current.</summary>
    /// <param name="Number">Position among the questions asked of this person, from 1.</param>
    public sealed record Replace(int Number, string Text) : FormInput;

    /// <param name="Number">From 1.</param>
    /// <param name="By">Number of positions to move; negative moves towards the top.</param>
    public sealed record MoveRow(int? Revision, int Number, int By) : FormInput;

    /// <summary><i>Listo</i>: the table is complete.</summary>
    /// <param name="Last">A row in the inputs of the card, added first; null if they were blank.</param>
    public sealed record Done(AddRow? Last = null) : FormInput;

    public sealed record Back : FormInput;

    public sealed record Skip : FormInput;

    /// <summary><i>Editar 3</i>. <paramref name="Number"/> is the position among the questions asked of this person, from 1.</summary>
    public sealed record Edit(int Number) : FormInput;

    public sealed record Help : FormInput;

    public sealed record Cancel : FormInput;

    public sealed record Restart : FormInput;

    /// <summary><i>Enviar</i>.</summary>
    /// <param name="First">The inputs of the card, taken first; null if there were none.</param>
    public sealed record Submit(Fill? First = null) : FormInput;

    /// <summary><i>Detalles</i>: asks the optional questions that have no answer.</summary>
    /// <param name="First">The inputs of the card, taken first; null if there were none.</param>
    public sealed record Details(Fill? First = null) : FormInput;
}

using System.Collections.Immutable;

namespace AgaBot.Forms.Walking;

/// <summary>Everything that a person can do in a form.</summary>
public abstract record FormInput
{
    private FormInput() { }

    /// <summary>Words typed in answer to the question at hand, to a confirmation, or at the review.</summary>
    public sealed record Say(string Text) : FormInput;

    /// <summary>
    /// A card's inputs. A card of an earlier revision, or of a question that is not the one at hand, is <see cref="FormOutcome.Stale"/>.
    /// Values of several questions (the profile card) are taken in the form's order until one is not understood.
    /// A card reaches from the question at hand to the last that <paramref name="Values"/> names, with a blank too;
    /// a question between them that is blank or not named is passed over where it is optional.
    /// </summary>
    public sealed record Fill(int Revision, string QuestionId, ImmutableArray<KeyValuePair<string, string>> Values) : FormInput;

    /// <summary>One row for the table question at hand, from a card: a text a column.</summary>
    public sealed record AddRow(int Revision, string QuestionId, ImmutableArray<string> Cells) : FormInput;

    /// <param name="Number">From 1.</param>
    public sealed record RemoveRow(int? Revision, int Number) : FormInput;

    /// <summary>Takes a row of the table out to be changed: the next answer or row takes its place. At the review it leads there and back.</summary>
    /// <param name="Number">From 1.</param>
    public sealed record EditRow(int? Revision, int Number) : FormInput;

    /// <summary>Other words for a row, said from anywhere in the form; the person goes on where they were.</summary>
    /// <param name="Number">From 1.</param>
    public sealed record ReplaceRow(int Number, string Text) : FormInput;

    /// <summary>Another answer to a question that is not the one at hand, which stays at hand.</summary>
    /// <param name="Number">Counts the questions that are asked of this person, from 1.</param>
    public sealed record Replace(int Number, string Text) : FormInput;

    /// <param name="Number">From 1.</param>
    /// <param name="By">Places that the row moves: below 0 towards the top.</param>
    public sealed record MoveRow(int? Revision, int Number, int By) : FormInput;

    /// <summary><i>Listo</i>: the table is complete.</summary>
    /// <param name="Last">A row that stood in the card's inputs, and is added before; null where they were blank.</param>
    public sealed record Done(AddRow? Last = null) : FormInput;

    public sealed record Back : FormInput;

    public sealed record Skip : FormInput;

    /// <summary><i>Editar 3</i>. <paramref name="Number"/> counts the questions that are asked of this person, from 1.</summary>
    public sealed record Edit(int Number) : FormInput;

    public sealed record Help : FormInput;

    public sealed record Cancel : FormInput;

    public sealed record Restart : FormInput;

    /// <summary><i>Enviar</i>.</summary>
    public sealed record Submit : FormInput;
}

using System.Collections.Immutable;

namespace AgaBot.Dialogs.Inputs;

/// <summary>What a card of ours sends back. Nothing in it is trusted: it is matched to what the person may do.</summary>
/// <param name="Action">One of <see cref="CardActions"/>: the property <c>agabot</c> of the card's data.</param>
/// <param name="Session">The form session that the card was of; null on cards outside a form.</param>
/// <param name="Revision">The session's revision when the card was made.</param>
/// <param name="Question">The question that the card asked; null at the review and outside a form.</param>
/// <param name="Number">For a row's or an answer's button, its number from 1.</param>
/// <param name="Command">For <see cref="CardActions.Command"/>, the words as if typed.</param>
/// <param name="Values">The inputs, by question id (or by column id on the table's card).</param>
public sealed record CardSubmit(
    string Action,
    string? Session,
    int Revision,
    string? Question,
    int? Number,
    string? Command,
    ImmutableSortedDictionary<string, string> Values
);

/// <summary>What a card's button asks for.</summary>
public static class CardActions
{
    public const string Answer = "answer";
    public const string Back = "back";
    public const string Skip = "skip";
    public const string Help = "help";
    public const string AddRow = "addRow";
    public const string RemoveRow = "removeRow";
    public const string EditRow = "editRow";
    public const string RowUp = "rowUp";
    public const string RowDown = "rowDown";
    public const string Done = "done";
    public const string Edit = "edit";
    public const string Send = "send";
    public const string Yes = "yes";
    public const string No = "no";
    public const string Command = "command";

    /// <summary>To go on with the draft that the session is of, whatever else is open.</summary>
    public const string Resume = "resume";

    /// <summary>To throw that draft away, once it is confirmed.</summary>
    public const string Discard = "discard";
}

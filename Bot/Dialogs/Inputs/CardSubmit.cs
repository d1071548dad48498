using System.Collections.Immutable;

namespace AgaBot.Dialogs.Inputs;

/// <summary>The data that a card sends back. It is not trusted: it is matched to what the person may do.</summary>
/// <param name="Action">One of <see cref="CardActions"/>: the property <c>agabot</c> of the card's data.</param>
/// <param name="Session">The form session of the card; null on cards outside a form.</param>
/// <param name="Revision">The session's revision when the card was made.</param>
/// <param name="Question">The question that the card asked; null at the review and outside a form.</param>
/// <param name="Number">The number, from 1, of the button's row or answer.</param>
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

/// <summary>The actions of card buttons.</summary>
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
    public const string Details = "details";
    public const string Yes = "yes";
    public const string No = "no";
    public const string Command = "command";

    /// <summary>Goes on with the session's draft, whatever else is open.</summary>
    public const string Resume = "resume";

    /// <summary>Discards the session's draft after a confirmation.</summary>
    public const string Discard = "discard";
}

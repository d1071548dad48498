using System.Collections.Immutable;

namespace AgaBot.Dialogs.Views;

/// <summary>
/// The content of a card, with all texts in the person's language: the data for a template of <c>cards/</c>, with its properties in camel
/// case.
/// </summary>
/// <param name="Template">The template's file name without <c>.json</c>.</param>
public abstract record CardView(string Template)
{
    /// <summary>The card as text, for channels and readers that show no cards.</summary>
    public required string FallbackText
    {
        get;
        init => field = DeadLinks.In(value);
    }

    /// <summary>The short text that a screen reader says when the card arrives.</summary>
    public required string Speak
    {
        get;
        init => field = DeadLinks.In(value);
    }

    /// <summary>
    /// ISO 639-1 code of the texts' language, e.g. <c>es</c>: the card's <c>lang</c>. Microsoft's renderer refuses a region in it.
    /// </summary>
    public required string Lang { get; init; }
}

/// <summary>A button that sends typed words, e.g. <c>mis fichas</c>.</summary>
public sealed record CommandButton(string Title, string Command);

/// <summary>The data that a form's card sends back with every button, so that an old card is recognised.</summary>
public sealed record CardOrigin(string Session, int Revision, string Question);

/// <summary>A card of an open form: once it is answered, another card replaces it.</summary>
public interface IFormCard
{
    CardOrigin Origin { get; }
}

/// <summary>Something pointed out on a form's card, with buttons that send commands.</summary>
public sealed record OfferView(string Text, ImmutableArray<CommandButton> Buttons);

/// <summary>One input of a card.</summary>
/// <param name="InputId">
/// Unique in the conversation: question id, a dot, session, a dot, revision. Two cards with the same id share a radio group in Web Chat.
/// </param>
/// <param name="Hint">A line below the label; may be empty.</param>
/// <param name="Value">The current value; may be empty.</param>
/// <param name="Options">The options of a choice; empty for other kinds.</param>
public sealed record FieldView(
    string InputId,
    string Label,
    string Hint,
    string Placeholder,
    string Value,
    bool Required,
    string ErrorMessage,
    int MaxLength,
    ImmutableArray<ChoiceView> Options
);

/// <param name="Title">The text that is shown.</param>
/// <param name="Value">The option's id, which is sent.</param>
/// <param name="Covers">What the option covers, with an example, shown on request; empty if there is nothing to explain.</param>
public sealed record ChoiceView(string Title, string Value, string Covers = "");

/// <summary>The buttons below a question. A label is empty if the button is not shown.</summary>
public sealed record NavigationView(string NextLabel, string BackLabel, string SkipLabel, string HelpLabel)
{
    /// <summary>Sends the form with this answer; in place of <see cref="NextLabel"/>.</summary>
    public string SendLabel { get; init; } = "";

    /// <summary>Takes this answer and asks the details.</summary>
    public string DetailsLabel { get; init; } = "";
}

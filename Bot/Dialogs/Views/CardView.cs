using System.Collections.Immutable;

namespace AgaBot.Dialogs.Views;

/// <summary>
/// What a card shows, with every word already in the person's language: the data that a template of <c>cards/</c> is expanded with,
/// its properties in camel case.
/// </summary>
/// <param name="Template">The template's file name without <c>.json</c>.</param>
public abstract record CardView(string Template)
{
    /// <summary>The card in words, for a channel or a reader that shows no card.</summary>
    public required string FallbackText { get; init; }

    /// <summary>What a screen reader says when the card arrives: short.</summary>
    public required string Speak { get; init; }

    /// <summary>ISO 639-1 code of the words' language, e.g. <c>es</c>: the card's <c>lang</c>, where Microsoft's renderer refuses a region.</summary>
    public required string Lang { get; init; }
}

/// <summary>A button that stands for typed words, e.g. <c>mis fichas</c>.</summary>
public sealed record CommandButton(string Title, string Command);

/// <summary>What a card of a form sends back with every button, so that an old card is recognised.</summary>
public sealed record CardOrigin(string Session, int Revision, string Question);

/// <summary>A card of a form that is being filled: once it is answered, another takes its place.</summary>
public interface IFormCard
{
    CardOrigin Origin { get; }
}

/// <summary>Something pointed out on a form's card, with buttons that say a command's words.</summary>
public sealed record OfferView(string Text, ImmutableArray<CommandButton> Buttons);

/// <summary>One input of a card.</summary>
/// <param name="InputId">Unique in the conversation: question id, a dot, session, a dot, revision. Two cards that share an id share a radio group in Web Chat.</param>
/// <param name="Hint">A line below the label; may be empty.</param>
/// <param name="Value">What is there already; may be empty.</param>
/// <param name="Options">For a choice; empty elsewhere.</param>
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

/// <param name="Title">Shown.</param>
/// <param name="Value">Sent: the option's id.</param>
/// <param name="Covers">What it covers, with an example, shown when asked for; empty where there is nothing to explain.</param>
public sealed record ChoiceView(string Title, string Value, string Covers = "");

/// <summary>The buttons below a question. A label is empty where the button has no use.</summary>
public sealed record NavigationView(string NextLabel, string BackLabel, string SkipLabel, string HelpLabel);

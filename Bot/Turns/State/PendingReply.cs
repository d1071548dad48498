namespace AgaBot.Turns.State;

/// <summary>A reply as stored until it was sent: text, and a card's template with its data.</summary>
/// <param name="Id">Turn id and place in the turn. The id is the same each time the reply is sent, so that the page shows it once.</param>
/// <param name="Template">Null where there is no card.</param>
/// <param name="Data">
/// UTF-8 JSON for the template, with <paramref name="Text"/> as <c>fallbackText</c> and <paramref name="Speak"/> as <c>speak</c>; empty
/// where there is no card.
/// </param>
/// <param name="Speak">What a screen reader reads when a card arrives; empty where there is no card.</param>
public sealed record PendingReply(string Id, string Text, string? Template, ReadOnlyMemory<byte> Data, string Speak)
{
    /// <summary>When the reply was decided; sending it again does not change it.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>A code in the text, which a log of the conversation hides once the person has gone on; null if there is none.</summary>
    public string? Code { get; init; }

    /// <summary>The card that the reply replaces; null for a separate message.</summary>
    public OpenCard? Replaces { get; init; }
}

using System.Text.Json;
using AgaBot.Dialogs.Inputs;
using AgaBot.Json;

namespace AgaBot.Channels.Messages;

/// <summary>What the value of an invoke <c>adaptiveCard/action</c> holds: a card's button that executes.</summary>
internal abstract record CardAction
{
    public const string Name = "adaptiveCard/action";

    private CardAction() { }

    public sealed record Known(CardSubmit Submit) : CardAction;

    /// <summary>An action, and none that a card of ours has.</summary>
    public sealed record Unknown : CardAction;

    /// <summary>No action at all.</summary>
    public sealed record Malformed : CardAction;

    /// <summary>Reads <c>{ action: { type, id, verb, data }, trigger }</c>; clients leave out <c>id</c> and <c>trigger</c>.</summary>
    public static CardAction Read(RawJson? value)
    {
        if (value is not { } given)
            return new Malformed();
        using JsonDocument read = JsonDocument.Parse(given.Utf8);
        if (
            read.RootElement.ValueKind != JsonValueKind.Object
            || !read.RootElement.TryGetProperty("action", out JsonElement action)
            || action.ValueKind != JsonValueKind.Object
        )
            return new Malformed();
        return action.TryGetProperty("data", out JsonElement data) && CardSubmitReader.Read(RawJson.Of(data)) is { } submit
            ? new Known(submit)
            : new Unknown();
    }
}

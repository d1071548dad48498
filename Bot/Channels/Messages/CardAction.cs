using System.Text.Json;
using AgaBot.Channels.Inbound;
using AgaBot.Dialogs.Inputs;
using AgaBot.Json;

namespace AgaBot.Channels.Messages;

/// <summary>The value of an invoke <c>adaptiveCard/action</c>, which a button with <c>Action.Execute</c> sends.</summary>
internal abstract record CardAction
{
    public const string Name = "adaptiveCard/action";

    private CardAction() { }

    public sealed record Known(CardSubmit Submit) : CardAction;

    /// <summary>An action that no card of the bot has.</summary>
    public sealed record Unknown : CardAction;

    /// <summary>The value has no action.</summary>
    public sealed record Malformed : CardAction;

    /// <summary>Reads <c>{ action: { type, id, verb, data }, trigger }</c>; clients may omit <c>id</c> and <c>trigger</c>.</summary>
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

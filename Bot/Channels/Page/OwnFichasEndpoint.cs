using System.Collections.Immutable;
using System.Text.Json.Serialization;
using AgaBot.Channels.DirectLine;
using AgaBot.Dialogs.Views;
using AgaBot.Turns;

namespace AgaBot.Channels.Page;

/// <summary>
/// Gives a person's own fichas to the page that prints them. Who they are is what the token in the header says: no address names a
/// ficha or a person, and the token of a conversation that was left opens nothing.
/// </summary>
internal sealed class OwnFichasEndpoint(Gate gate, OwnFichas fichas)
{
    public async Task GetAsync(HttpContext http)
    {
        if (await gate.PassAsync(http) is not { } pass || await gate.LastAsync(http, pass.ConversationId) is null)
            return;
        try
        {
            ImmutableArray<FichaSheet> sheets = await fichas.OfAsync(ChannelCapabilities.Page, pass.UserId, http.Request.Query["idioma"], http.RequestAborted);
            http.Response.Headers.CacheControl = "no-store";
            await http.Response.WriteAsJsonAsync(sheets, PageJsonContext.Default.ImmutableArrayFichaSheet, cancellationToken: http.RequestAborted);
        }
        catch (StoreUnavailableException)
        {
            await HttpBodies.WriteUnavailableAsync(http);
        }
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ImmutableArray<FichaSheet>))]
internal sealed partial class PageJsonContext : JsonSerializerContext;

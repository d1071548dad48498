using System.Collections.Immutable;
using System.Text.Json.Serialization;
using AgaBot.Channels.Capabilities;
using AgaBot.Channels.DirectLine.Authorization;
using AgaBot.Channels.Http;
using AgaBot.Dialogs.Views;
using AgaBot.Downloads;
using AgaBot.Turns.Persistence;

namespace AgaBot.Channels.Page;

/// <summary>
/// Serves a person's own fichas to the page that prints them and as Word documents, and a person's stored data as a file. The token in the
/// header identifies the person; no address names a person. The token of a conversation that the person left is refused.
/// </summary>
internal sealed class OwnFichasEndpoint(DirectLineAuthorizer authorizer, OwnDataReader own, FichaWordFiles documents)
{
    public Task GetAsync(HttpContext http) =>
        AnswerAsync(
            http,
            async token =>
            {
                ImmutableArray<FichaSheet> sheets = await own.FichasAsync(
                    ChannelCapabilities.Page,
                    token.UserId,
                    LocaleOf(http),
                    http.RequestAborted
                );
                await http.Response.WriteAsJsonAsync(
                    sheets,
                    PageJsonContext.Default.ImmutableArrayFichaSheet,
                    cancellationToken: http.RequestAborted
                );
            }
        );

    public Task DownloadAsync(HttpContext http) =>
        AnswerAsync(
            http,
            async token =>
            {
                if (await own.AllAsync(ChannelCapabilities.Page, token.UserId, LocaleOf(http), http.RequestAborted) is not { } document)
                {
                    await HttpBodies.WriteErrorAsync(http, StatusCodes.Status404NotFound, "NotFound", "Nothing is kept of this person.");
                    return;
                }
                http.Response.ContentType = "text/html; charset=utf-8";
                http.Response.Headers.ContentDisposition = "attachment; filename=\"mis-datos.html\"";
                await http.Response.WriteAsync(OwnDataFile.Write(document), http.RequestAborted);
            }
        );

    /// <summary>The number of another person and an unused number both give 404.</summary>
    public Task WordAsync(HttpContext http) =>
        AnswerAsync(
            http,
            async token =>
            {
                if (
                    http.GetRouteValue("number") is string number
                    && await documents.FindOwnAsync(ChannelCapabilities.Page, token.UserId, number, http.RequestAborted) is { } file
                )
                    await WordFileResponse.SendAsync(http, file, "ficha.docx");
                else
                    await HttpBodies.WriteErrorAsync(
                        http,
                        StatusCodes.Status404NotFound,
                        "NotFound",
                        "You have sent nothing under this number."
                    );
            }
        );

    private async Task AnswerAsync(HttpContext http, Func<DirectLineToken, Task> answer)
    {
        if (await authorizer.AuthorizeAsync(http) is not { } token || await authorizer.LastPlaceAsync(http, token.ConversationId) is null)
            return;
        http.Response.Headers.CacheControl = "no-store";
        try
        {
            await answer(token);
        }
        catch (StoreUnavailableException)
        {
            await HttpBodies.WriteUnavailableAsync(http);
        }
    }

    private static string LocaleOf(HttpContext http) => http.Request.Query["idioma"].ToString();
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
)]
[JsonSerializable(typeof(ImmutableArray<FichaSheet>))]
internal sealed partial class PageJsonContext : JsonSerializerContext;

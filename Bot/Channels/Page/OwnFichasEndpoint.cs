using System.Collections.Immutable;
using System.Text.Json.Serialization;
using AgaBot.Channels.DirectLine;
using AgaBot.Dialogs.Views;
using AgaBot.Downloads;
using AgaBot.Turns.Persistence;

namespace AgaBot.Channels.Page;

/// <summary>
/// Gives a person their own fichas, for the page that prints them, each as a Word document, and all that is kept of them, as a file. Who they are is what the token
/// in the header says: no address names a ficha or a person, and the token of a conversation that was left opens nothing.
/// </summary>
internal sealed class OwnFichasEndpoint(DirectLineAuthorizer gate, OwnDataReader own, FichaWordFiles documents)
{
    public Task GetAsync(HttpContext http) =>
        AnswerAsync(
            http,
            async pass =>
            {
                ImmutableArray<FichaSheet> sheets = await own.FichasAsync(
                    ChannelCapabilities.Page,
                    pass.UserId,
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
            async pass =>
            {
                if (await own.AllAsync(ChannelCapabilities.Page, pass.UserId, LocaleOf(http), http.RequestAborted) is not { } document)
                {
                    await HttpBodies.WriteErrorAsync(http, StatusCodes.Status404NotFound, "NotFound", "Nothing is kept of this person.");
                    return;
                }
                http.Response.ContentType = "text/html; charset=utf-8";
                http.Response.Headers.ContentDisposition = "attachment; filename=\"mis-datos.html\"";
                await http.Response.WriteAsync(OwnDataFile.Write(document), http.RequestAborted);
            }
        );

    /// <summary>Another's number, and one that is nobody's, are the same: not found.</summary>
    public Task WordAsync(HttpContext http) =>
        AnswerAsync(
            http,
            async pass =>
            {
                if (
                    http.GetRouteValue("number") is string number
                    && await documents.FindOwnAsync(ChannelCapabilities.Page, pass.UserId, number, http.RequestAborted) is { } file
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
        if (await gate.AuthorizeAsync(http) is not { } pass || await gate.LastPlaceAsync(http, pass.ConversationId) is null)
            return;
        http.Response.Headers.CacheControl = "no-store";
        try
        {
            await answer(pass);
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

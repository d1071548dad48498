using AgaBot.Channels.DirectLine;
using AgaBot.Turns;

namespace AgaBot.Channels.Page;

/// <summary>Gives the paper form as a file: blank to anybody, one's own to whom the token in the header names.</summary>
internal sealed class WordEndpoints(Gate gate, OwnWord documents)
{
    private const string ContentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public async Task BlankAsync(HttpContext http)
    {
        http.Response.Headers.CacheControl = "public, max-age=3600";
        await SendAsync(http, documents.Blank, "ficha-en-blanco.docx");
    }

    /// <summary>Another's number, and one that is nobody's, are the same: not found.</summary>
    public async Task OwnAsync(HttpContext http)
    {
        if (await gate.PassAsync(http) is not { } pass || await gate.LastAsync(http, pass.ConversationId) is null)
            return;
        try
        {
            if (http.GetRouteValue("number") is not string number
                || await documents.OfAsync(ChannelCapabilities.Page, pass.UserId, number, http.RequestAborted) is not { } file)
            {
                await HttpBodies.WriteErrorAsync(http, StatusCodes.Status404NotFound, "NotFound", "You have sent nothing under this number.");
                return;
            }
            http.Response.Headers.CacheControl = "no-store";
            await SendAsync(http, file, "ficha.docx");
        }
        catch (StoreUnavailableException)
        {
            await HttpBodies.WriteUnavailableAsync(http);
        }
    }

    private static Task SendAsync(HttpContext http, ReadOnlyMemory<byte> file, string name)
    {
        http.Response.ContentType = ContentType;
        http.Response.ContentLength = file.Length;
        http.Response.Headers.ContentDisposition = $"attachment; filename=\"{name}\"";
        return HttpMethods.IsHead(http.Request.Method) ? Task.CompletedTask : http.Response.Body.WriteAsync(file, http.RequestAborted).AsTask();
    }
}

namespace AgaBot.Channels.Page;

/// <summary>Sends a Word document as a download.</summary>
internal static class WordFileResponse
{
    private const string ContentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public static Task SendAsync(HttpContext http, ReadOnlyMemory<byte> file, string name)
    {
        http.Response.ContentType = ContentType;
        http.Response.ContentLength = file.Length;
        http.Response.Headers.ContentDisposition = $"attachment; filename=\"{name}\"";
        return HttpMethods.IsHead(http.Request.Method)
            ? Task.CompletedTask
            : http.Response.Body.WriteAsync(file, http.RequestAborted).AsTask();
    }
}

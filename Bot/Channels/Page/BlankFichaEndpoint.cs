using AgaBot.Downloads;

namespace AgaBot.Channels.Page;

/// <summary>Serves the blank paper form as a Word document, without authentication.</summary>
internal sealed class BlankFichaEndpoint(FichaWordFiles documents)
{
    public Task GetAsync(HttpContext http)
    {
        http.Response.Headers.CacheControl = "public, max-age=3600";
        return WordFileResponse.SendAsync(http, documents.Blank, "ficha-en-blanco.docx");
    }
}

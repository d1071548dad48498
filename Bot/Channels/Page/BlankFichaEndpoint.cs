using AgaBot.Downloads;

namespace AgaBot.Channels.Page;

/// <summary>Gives the blank paper form as a Word document, to anybody.</summary>
internal sealed class BlankFichaEndpoint(FichaWordFiles documents)
{
    public Task GetAsync(HttpContext http)
    {
        http.Response.Headers.CacheControl = "public, max-age=3600";
        return WordFileResponse.SendAsync(http, documents.Blank, "ficha-en-blanco.docx");
    }
}

using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;

namespace AgaBot.Bench.Faults;

/// <summary>Forwards calls to a service unchanged: the signature of a call to Table Storage covers its path.</summary>
internal sealed class HttpRelay(Uri target) : IDisposable
{
    private readonly HttpClient http = new(
        new SocketsHttpHandler
        {
            UseProxy = false,
            UseCookies = false,
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.None,
            MaxConnectionsPerServer = 512,
        }
    );

    public void Dispose() => http.Dispose();

    /// <summary>Forwards a call and reads the whole answer, which the caller returns or drops.</summary>
    public async Task<HttpResponseMessage> CarryAsync(HttpRequest call)
    {
        using HttpRequestMessage request = await CopyAsync(call);
        return await http.SendAsync(request, CancellationToken.None);
    }

    public static async Task GiveBackAsync(HttpResponseMessage answer, HttpResponse to)
    {
        to.StatusCode = (int)answer.StatusCode;
        foreach ((string name, IEnumerable<string> values) in answer.Headers.Concat(answer.Content.Headers))
        {
            if (name is not ("Connection" or "Transfer-Encoding" or "Keep-Alive" or "Content-Length"))
                to.Headers[name] = values.ToArray();
        }
        if (to.StatusCode is not (StatusCodes.Status204NoContent or StatusCodes.Status304NotModified))
            await to.Body.WriteAsync(await answer.Content.ReadAsByteArrayAsync(CancellationToken.None));
    }

    private async Task<HttpRequestMessage> CopyAsync(HttpRequest from)
    {
        using var body = new MemoryStream();
        await from.Body.CopyToAsync(body, from.HttpContext.RequestAborted);
        string path = from.HttpContext.Features.Get<IHttpRequestFeature>()!.RawTarget;
        var request = new HttpRequestMessage(new HttpMethod(from.Method), $"{target.GetLeftPart(UriPartial.Authority)}{path}")
        {
            Content = new ByteArrayContent(body.ToArray()),
        };
        foreach ((string name, StringValues values) in from.Headers)
        {
            if (
                name is not ("Host" or "Connection" or "Transfer-Encoding" or "Content-Length")
                && !request.Headers.TryAddWithoutValidation(name, values.ToArray())
            )
                request.Content.Headers.TryAddWithoutValidation(name, values.ToArray());
        }
        return request;
    }
}

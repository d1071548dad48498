using System.Net;
using AgaBot.Tests.Hosting;

namespace AgaBot.Tests.Channels;

/// <summary>An unknown address: a browser gets a page with the next steps, a program gets the status.</summary>
[Trait("Category", "Integration")]
public sealed class NotFoundPageTests(SharedBot shared) : IClassFixture<SharedBot>
{
    private const string Browser = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    private readonly BotApp bot = shared.App;

    [Theory]
    [InlineData(null, "es-PE", "Ir a la conversación")]
    [InlineData("idioma=en", "en", "Go to the conversation")]
    public async Task A_browser_gets_a_page_in_its_language_under_the_same_policy_as_the_others(
        string? cookie,
        string language,
        string words
    )
    {
        using HttpResponseMessage page = await GetAsync("/mis-ficha", Browser, cookie);
        using HttpResponseMessage other = await GetAsync("/datos", Browser, cookie);

        Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);
        Assert.Equal("text/html; charset=utf-8", page.Content.Headers.ContentType?.ToString());
        Assert.True(page.Headers.CacheControl?.NoStore);
        Assert.Equal(other.Headers.GetValues("Content-Security-Policy"), page.Headers.GetValues("Content-Security-Policy"));
        string html = await page.Content.ReadAsStringAsync();
        Assert.Contains($"<html lang=\"{language}\">", html, StringComparison.Ordinal);
        Assert.Contains(words, WebUtility.HtmlDecode(html), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_of_what_was_asked_for_is_repeated()
    {
        using HttpResponseMessage one = await GetAsync("/zorro<script>alert(1)</script>?zorro=%22zorro", Browser);
        using HttpResponseMessage another = await GetAsync("/otra", Browser);

        string html = await one.Content.ReadAsStringAsync();
        Assert.NotEmpty(html);
        Assert.DoesNotContain("zorro", html, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(await another.Content.ReadAsStringAsync(), html);
    }

    [Theory]
    [InlineData("/nada", "*/*")]
    [InlineData("/nada", "application/json")]
    [InlineData("/nada", "text/html;q=0, application/json")]
    [InlineData("/nada", "not a media type")]
    [InlineData("/api/nada", Browser)]
    [InlineData("/v3/directline/conversations", Browser)]
    [InlineData("/directline/nada", Browser)]
    [InlineData("/page/nada.js", Browser)]
    public async Task A_program_gets_the_status_alone(string path, string accept)
    {
        using HttpResponseMessage answer = await GetAsync(path, accept);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
    }

    /// <summary>A wrong request to an existing address is not affected.</summary>
    [Fact]
    public async Task A_form_that_is_sent_to_nowhere_gets_no_page_and_neither_does_a_method_that_is_not_served()
    {
        using HttpResponseMessage nowhere = await SendAsync(HttpMethod.Post, "/nada", Browser, cookie: null);
        using HttpResponseMessage wrong = await SendAsync(HttpMethod.Post, "/datos", Browser, cookie: null);

        Assert.Equal((HttpStatusCode.NotFound, ""), (nowhere.StatusCode, await nowhere.Content.ReadAsStringAsync()));
        Assert.Equal(HttpStatusCode.MethodNotAllowed, wrong.StatusCode);
    }

    private Task<HttpResponseMessage> GetAsync(string path, string accept, string? cookie = null) =>
        SendAsync(HttpMethod.Get, path, accept, cookie);

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string accept, string? cookie)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
        request.Headers.TryAddWithoutValidation("Accept", accept);
        if (cookie is not null)
            request.Headers.Add("Cookie", cookie);
        return await bot.Http.SendAsync(request);
    }
}

using System.Net;
using System.Text.RegularExpressions;
using AgaBot.Tests.Hosting;

namespace AgaBot.Tests.Channels;

/// <summary>How the page reaches a browser: small, once, and with nothing from elsewhere.</summary>
public sealed partial class PageServingTests : IAsyncLifetime
{
    private readonly BotApp bot = BotApp.Start();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await bot.DisposeAsync();

    [Fact]
    public async Task The_page_lets_nothing_in_from_elsewhere_and_nobody_frame_it()
    {
        using HttpResponseMessage page = await GetAsync("/", "br");

        string policy = Assert.Single(page.Headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith("default-src 'none'; script-src 'self';", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal(["nosniff"], page.Headers.GetValues("X-Content-Type-Options"));
    }

    [Fact]
    public async Task A_page_that_did_not_change_is_not_sent_again()
    {
        using HttpResponseMessage first = await GetAsync("/", "br");
        using HttpResponseMessage second = await GetAsync("/", "br", ifNoneMatch: first.Headers.ETag!.Tag);

        Assert.True(first.Headers.CacheControl!.NoCache);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Empty(await second.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("br", "br")]
    [InlineData("gzip, deflate", "gzip")]
    [InlineData("", null)]
    public async Task What_the_page_loads_is_compressed_as_the_browser_likes_and_kept_for_ever(string taken, string? sent)
    {
        string html = await bot.Http.GetStringAsync(new Uri("/", UriKind.Relative));
        string[] files = [.. Asset().Matches(html).Select(match => match.Value)];
        Assert.Equal(3, files.Length);
        foreach (string file in files)
        {
            using HttpResponseMessage response = await GetAsync(file, taken);

            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Equal(sent, response.Content.Headers.ContentEncoding.SingleOrDefault());
            Assert.Equal("public, max-age=31536000, immutable", string.Join(", ", response.Headers.NonValidated["Cache-Control"]));
        }
    }

    [Theory]
    [InlineData("/page/index.html")]
    [InlineData("/page/nothing.js")]
    [InlineData("/page/..%2fappsettings.json")]
    public async Task Nothing_but_the_pages_files_is_there(string path)
    {
        using HttpResponseMessage response = await GetAsync(path, "br");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    private async Task<HttpResponseMessage> GetAsync(string path, string acceptEncoding, string? ifNoneMatch = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        if (acceptEncoding.Length > 0)
            request.Headers.TryAddWithoutValidation("Accept-Encoding", acceptEncoding);
        if (ifNoneMatch is not null)
            request.Headers.TryAddWithoutValidation("If-None-Match", ifNoneMatch);
        return await bot.Http.SendAsync(request);
    }

    [GeneratedRegex("""/page/[^"]+""")]
    private static partial Regex Asset();
}

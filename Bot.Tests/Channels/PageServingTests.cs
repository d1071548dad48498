using System.Collections.Immutable;
using System.Net;
using System.Text.RegularExpressions;
using AgaBot.Tests.Hosting;

namespace AgaBot.Tests.Channels;

/// <summary>The page is served compressed and cached, and loads nothing from other origins.</summary>
[Trait("Category", "Integration")]
public sealed partial class PageServingTests(SharedBot shared) : IClassFixture<SharedBot>
{
    private readonly BotApp bot = shared.App;

    [Fact]
    public async Task The_page_lets_nothing_in_from_elsewhere_and_nobody_frame_it()
    {
        using HttpResponseMessage page = await GetAsync("/", "br");

        string policy = Assert.Single(page.Headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith("default-src 'none'; script-src 'self';", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.EndsWith("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.Equal(["nosniff"], page.Headers.GetValues("X-Content-Type-Options"));
        Assert.Equal(["DENY"], page.Headers.GetValues("X-Frame-Options"));
        Assert.Equal(["no-referrer"], page.Headers.GetValues("Referrer-Policy"));
        Assert.Equal(["same-origin"], page.Headers.GetValues("Cross-Origin-Opener-Policy"));
        Assert.Equal(["same-origin"], page.Headers.GetValues("Cross-Origin-Resource-Policy"));
        Assert.Contains("microphone=()", page.Headers.GetValues("Permissions-Policy").Single(), StringComparison.Ordinal);
        Assert.False(page.Headers.Contains("Strict-Transport-Security"));
    }

    [Fact]
    public async Task Where_a_proxy_ends_TLS_the_browser_is_told_to_come_by_https_alone()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/", UriKind.Relative));
        request.Headers.Add("X-Forwarded-Proto", "https");

        using HttpResponseMessage page = await bot.Http.SendAsync(request);

        Assert.Equal(["max-age=31536000"], page.Headers.GetValues("Strict-Transport-Security"));
    }

    [Fact]
    public async Task Only_the_sites_in_the_settings_may_frame_the_page_and_any_may_load_the_script_for_it()
    {
        await using BotApp embedded = BotApp.Start(
            new BotAppSettings
            {
                Configuration = ImmutableDictionary<string, string>.Empty.Add(
                    "DirectLine:AllowedOrigins:0",
                    "https://www.munitrujillo.gob.pe"
                ),
            }
        );

        using HttpResponseMessage page = await embedded.Http.GetAsync(new Uri("/", UriKind.Relative));
        using HttpResponseMessage script = await embedded.Http.GetAsync(new Uri("/incrustar.js", UriKind.Relative));

        Assert.EndsWith(
            "frame-ancestors https://www.munitrujillo.gob.pe",
            page.Headers.GetValues("Content-Security-Policy").Single(),
            StringComparison.Ordinal
        );
        Assert.False(page.Headers.Contains("X-Frame-Options"));
        Assert.Equal(["cross-origin"], script.Headers.GetValues("Cross-Origin-Resource-Policy"));
        Assert.StartsWith("text/javascript", script.Content.Headers.ContentType!.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/", "es-PE", "Responsable de sus datos: Gobierno Regional La Libertad.")]
    [InlineData("/?idioma=en", "en", "Responsible for your data: Gobierno Regional La Libertad.")]
    [InlineData("/?idioma=qu", "es-PE", "Opciones")]
    [InlineData("/datos?idioma=en", "en", "What is kept")]
    [InlineData("/mis-fichas", "es-PE", "Mis fichas")]
    public async Task Each_page_is_there_in_both_languages(string path, string language, string words)
    {
        string html = await bot.Http.GetStringAsync(new Uri(path, UriKind.Relative));

        Assert.Contains($"<html lang=\"{language}\">", html, StringComparison.Ordinal);
        Assert.Contains(words, html, StringComparison.Ordinal);
        Assert.DoesNotContain("{{", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_chosen_language_is_remembered_by_a_cookie()
    {
        using HttpResponseMessage chosen = await GetAsync("/?idioma=en", "br");

        Assert.StartsWith("idioma=en; ", chosen.Headers.GetValues("Set-Cookie").Single(), StringComparison.Ordinal);
        using var again = new HttpRequestMessage(HttpMethod.Get, new Uri("/", UriKind.Relative));
        again.Headers.Add("Cookie", "idioma=en");
        using HttpResponseMessage page = await bot.Http.SendAsync(again);
        Assert.Contains("<html lang=\"en\">", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    /// <summary>The size of the first visit in bytes (brotli). The test shows when a dependency has grown.</summary>
    [Fact]
    public async Task The_first_visit_loads_no_more_than_is_written_down()
    {
        const int most = 580_000;
        string html = await bot.Http.GetStringAsync(new Uri("/", UriKind.Relative));
        int bytes = 0;
        foreach (string file in Asset().Matches(html).Select(static match => match.Value).Distinct())
        {
            using HttpResponseMessage response = await GetAsync(file, "br");
            bytes += (await response.Content.ReadAsByteArrayAsync()).Length;
        }

        Assert.InRange(bytes, 1, most);
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
        string[] files = [.. Asset().Matches(html).Select(match => match.Value).Distinct()];
        Assert.Equal(5, files.Length);
        foreach (string file in files)
        {
            using HttpResponseMessage response = await GetAsync(file, taken);

            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Equal(sent, response.Content.Headers.ContentEncoding.SingleOrDefault());
            Assert.Equal("public, max-age=31536000, immutable", string.Join(", ", response.Headers.NonValidated["Cache-Control"]));
        }
    }

    [Theory]
    [InlineData("/page/index.html.template")]
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

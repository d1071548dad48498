using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace AgaBot.Tests.Deploy;

/// <summary>The page of a server, and its Direct Line.</summary>
[Trait("Category", "Integration")]
public sealed partial class ServerPageTests(PublishedFolder published) : Server(published)
{
    [Fact]
    public async Task A_person_is_answered()
    {
        using PageConversation page = await PageConversation.OpenAsync(Bot.Address);

        Assert.Contains("proponer", await page.SayAsync("hola"), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task The_access_code_of_the_environment_file_makes_a_coordinator()
    {
        using PageConversation page = await PageConversation.OpenAsync(Bot.Address);

        Assert.Contains("nueva consulta", await page.SayAsync($"coordinador {AccessCode}"), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task The_conversation_is_there_after_a_restart()
    {
        using PageConversation page = await PageConversation.OpenAsync(Bot.Address);
        string heard = await page.SayAsync("hola");

        await RestartAsync();

        using PageConversation again = await PageConversation.ReopenAsync(Bot.Address, page.Token);
        await again.HearAsync(activity => PageConversation.Words(activity) == heard);
        Assert.Contains("proponer", await again.SayAsync("ayuda"), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task The_page_comes_with_scripts_compressed_beforehand_and_kept_for_long()
    {
        using var http = new HttpClient { BaseAddress = Bot.Address };
        string page = await http.GetStringAsync("/");
        string[] scripts = [.. ScriptSource().Matches(page).Select(match => match.Groups[1].Value)];
        Assert.NotEmpty(scripts);

        http.DefaultRequestHeaders.AcceptEncoding.ParseAdd("br");
        foreach (string script in scripts)
        {
            using HttpResponseMessage answer = await http.GetAsync(script);
            answer.EnsureSuccessStatusCode();
            Assert.Equal(["br"], answer.Content.Headers.ContentEncoding);
            Assert.Contains("immutable", $"{answer.Headers.CacheControl}", StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Behind_the_proxy_the_stream_is_encrypted_too()
    {
        using var http = new HttpClient { BaseAddress = new Uri(Bot.Address, "/directline/") };
        http.DefaultRequestHeaders.Host = "agabot.example.gob.pe";
        http.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        http.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.7");
        JsonElement ticket = await ReadAsync(await http.PostAsJsonAsync("tokens/generate", new { }));
        http.DefaultRequestHeaders.Add("Authorization", $"Bearer {ticket.GetProperty("token").GetString()}");

        JsonElement started = await ReadAsync(await http.PostAsJsonAsync("conversations", new { }));

        Assert.StartsWith("wss://agabot.example.gob.pe/", started.GetProperty("streamUrl").GetString(), StringComparison.Ordinal);
    }

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage response)
    {
        using (response)
            return await response.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>();
    }

    [GeneratedRegex("""<script[^>]* src="([^"]+)""")]
    private static partial Regex ScriptSource();
}

using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using AgaBot.Storage;
using AgaBot.Tests.Channels.DirectLine;
using AgaBot.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace AgaBot.Tests.Hostile;

/// <summary>The store contains no code that is compared and no token (docs/decisions/0020).</summary>
[Trait("Category", "Integration")]
public sealed class KeptSecretsTests
{
    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    [Fact]
    public async Task The_code_of_development_stays_the_same_in_a_file_of_its_owners_and_is_not_in_the_store()
    {
        await using BotApp bot = BotApp.Start(
            new() { Configuration = ImmutableDictionary<string, string>.Empty.Add("Coordinators:AccessCode", "") }
        );
        string code = CodeOf(bot);
        Assert.Contains("ahora usted coordina", await bot.Talker("rosa").AskAsync($"coordinador {code}"), StringComparison.Ordinal);

        await bot.RestartAsync();

        Assert.Equal(code, CodeOf(bot));
        string file = Path.Combine(Path.GetDirectoryName(bot.SqlitePath)!, "coordinator-code");
        Assert.Equal(code, await File.ReadAllTextAsync(file));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(Owner, File.GetUnixFileMode(file));
        Assert.DoesNotContain(code, await EverythingAsync(bot), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_code_said_on_the_page_is_in_no_byte_of_the_database_in_whatever_form_it_is_said()
    {
        await using BotApp bot = BotApp.Start(Town.Settings);
        PageVisitor page = await PageVisitor.OpenAsync(bot);
        foreach (
            string said in (string[])
                [
                    $"coordinador {Town.Code}",
                    $"coordinador {Town.Code}",
                    $"señorita, mi código de coordinador es {Town.Code}, gracias",
                    Town.Code,
                    "asiento QWER-5678",
                    "vincular QWERT-56789",
                    "coordinador QWERT-YUP56-ASDFG",
                ]
        )
            await page.SayAsync(said);
        await page.PressAsync(new System.Text.Json.Nodes.JsonObject { ["agabot"] = "answer", ["codigo.1"] = Town.Code });
        await bot.Talker("rosa").SayAsync($"coordinador {Town.Code}");

        string shown = string.Join('\n', (await page.HistoryAsync()).Select(activity => PageVisitor.Text(activity, "text")));
        Assert.Contains("coordinador ••••", shown, StringComparison.Ordinal);
        var kept = new StringBuilder(await EverythingAsync(bot));
        // The database and its journal, with the pages that are free again.
        foreach (string file in Directory.GetFiles(Path.GetDirectoryName(bot.SqlitePath)!, "agabot.db*"))
            kept.Append(await ReadSharedAsync(file));
        foreach (string code in (string[])[Town.Code, "QWER-5678", "QWERT-56789", "QWERT-YUP56"])
            Assert.DoesNotContain(code, kept.ToString(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Neither_a_token_nor_a_link_code_is_in_the_store()
    {
        await using BotApp bot = BotApp.Start();
        PageVisitor page = await PageVisitor.OpenAsync(bot);
        Talker rosa = bot.Talker("rosa");
        await rosa.AskAsync("hola");
        string code = Regex.Match(await rosa.AskAsync("vincular"), @"vincular (\w{5}-\w{5})").Groups[1].Value;

        string all = await EverythingAsync(bot);

        Assert.DoesNotContain(page.Token.Split('.')[^1], all, StringComparison.Ordinal);
        string link = Assert.Single(all.Split('\n'), line => line.StartsWith("links ", StringComparison.Ordinal));
        Assert.Equal(11, code.Length);
        Assert.DoesNotContain(
            code.Replace("-", "", StringComparison.Ordinal),
            link.Replace("-", "", StringComparison.Ordinal),
            StringComparison.OrdinalIgnoreCase
        );
    }

    [Fact]
    public async Task With_a_signing_key_in_the_settings_the_store_holds_none_and_tokens_hold_on_every_instance_of_that_key()
    {
        string key = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
        BotAppSettings settings = new() { Configuration = ImmutableDictionary<string, string>.Empty.Add("DirectLine:SigningKey", key) };
        await using BotApp one = BotApp.Start(settings),
            two = BotApp.Start(settings),
            stranger = BotApp.Start();
        PageVisitor page = await PageVisitor.OpenAsync(one);

        Assert.True(await RefreshesAsync(two, page.Token));
        Assert.False(await RefreshesAsync(stranger, page.Token));
        Assert.DoesNotContain("directline-key", await EverythingAsync(one), StringComparison.Ordinal);
    }

    private static async Task<string> ReadSharedAsync(string file)
    {
        await using var open = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(open, Encoding.Latin1);
        return await reader.ReadToEndAsync();
    }

    private static string CodeOf(BotApp bot) => bot.Services.GetRequiredService<CoordinatorCode>().Value!;

    private static async Task<bool> RefreshesAsync(BotApp bot, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/directline/tokens/refresh", UriKind.Relative));
        request.Headers.Authorization = new("Bearer", token);
        using HttpResponseMessage answer = await bot.Http.SendAsync(request);
        return answer.IsSuccessStatusCode;
    }

    private static async Task<string> EverythingAsync(BotApp bot)
    {
        var all = new StringBuilder();
        await foreach (ScannedEntity row in bot.Services.GetRequiredService<IEntityScan>().ScanAsync("", CancellationToken.None))
            all.Append(row.Partition).Append(' ').Append(row.Row).Append(' ').Append(Encoding.UTF8.GetString(row.Value.Span)).Append('\n');
        return all.ToString();
    }
}

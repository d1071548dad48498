using System.Collections.Immutable;
using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AgaBot.Dialogs.Commands;
using AgaBot.Dialogs.Inputs;
using AgaBot.Dialogs.Phrasing;
using AgaBot.Storage;
using AgaBot.Storage.Moving;
using AgaBot.Storage.Sqlite;
using AgaBot.Tests.Channels.Authentication;
using AgaBot.Tests.Channels.DirectLine;
using AgaBot.Tests.Hosting;
using AgaBot.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AgaBot.Tests.Hostile;

/// <summary>Codes said at every command, and an erased person: neither is in any byte afterwards (docs/decisions/0042).</summary>
[Trait("Category", "Integration")]
public sealed partial class SpokenCodesTests : IDisposable
{
    private const string Name = "Hermelinda Quispitupac";
    private const string Proposal = "Cisternas para Quinuamayo";

    /// <summary>A code of a link or a seat, as somebody else may have it.</summary>
    private const string Short = "QWERT-56789";

    private readonly WrittenLog log = new();
    private readonly TemporaryFolder folder = new();

    private static CancellationToken None => CancellationToken.None;

    public void Dispose()
    {
        log.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task Neither_a_code_that_was_said_at_any_command_nor_an_erased_word_is_in_any_byte()
    {
        await using BotApp bot = Start();
        Talker host = await Town.CoordinatorAsync(bot, "anfitriona");
        string invitation = Invitation().Match(await host.AskAsync("invitar coordinador")).Value;
        await GoOnAsync(host.AskAsync);
        Talker rosa = bot.Talker("rosa");
        PageVisitor page = await PageVisitor.OpenAsync(bot);
        string[] lasting = [Town.Code, invitation];

        await BothSayAsync(Beginning());
        int kept = 0;
        foreach (string command in CommandCatalog.Of<CommandPattern>().Select(one => Say(one, Town.Code)).Distinct())
        {
            CardInHand? card = (await rosa.SayAsync(command)).LastOrDefault(message => message.Card is not null)?.Card;
            await page.SayAsync(command);
            foreach (string code in lasting)
            {
                foreach (
                    string said in (string[])
                        [code, $"señorita, mi código es {code}, gracias", $"coordinador regional {code.ToLowerInvariant()}"]
                )
                {
                    if (!Refused().IsMatch(await rosa.AskAsync(said)))
                        kept++;
                    await page.SayAsync(said);
                }
                if (card is not null && card.Has("answer") && card.Inputs.Keys.FirstOrDefault() is { } question)
                    Assert.Matches(Refused(), Town.Words(await rosa.PressAsync(card.Press("answer", (question, code)))));
            }
        }
        // With no form open, nothing of these is an answer.
        await BothSayAsync("cancelar", "sí");
        foreach (string said in (string[])[$"vincular {Short}", $"asiento {Short}", $"mi código es {Short}", "coordinador TRUJILO-2016"])
            await page.SayAsync(said);
        await page.PressAsync(new JsonObject { ["agabot"] = "answer", ["codigo.1"] = Town.Code });

        // "Coordinador regional trujillo-2016" is a command where no form is open, and is compared.
        Assert.True(kept < 2 * CommandCatalog.Of<CommandPattern>().Count(), $"{kept}");
        await AssertNowhereAsync(bot, [Town.Code, invitation, Short, "TRUJILO-2016"]);

        await BothSayAsync("borrar mis datos", "borrar");
        await AssertNowhereAsync(bot, [Town.Code, invitation, Name, Proposal]);

        async Task BothSayAsync(params string[] lines)
        {
            foreach (string line in lines)
            {
                await rosa.SayAsync(line);
                await page.SayAsync(line);
            }
        }
    }

    [Theory]
    [InlineData("invitar coordinador")]
    [InlineData("vincular")]
    public async Task A_code_that_the_bot_shows_is_kept_only_until_the_person_goes_on(string command)
    {
        await using BotApp bot = Start();
        PageVisitor page = await PageVisitor.OpenAsync(bot);
        Talker rosa = await Town.CoordinatorAsync(bot, "rosa");
        await page.SayAsync($"coordinador {Town.Code}");
        await page.SayAsync(command);
        string before = await ShownAsync(page);
        string shown = Code().Match(before).Value;
        string said = Code().Match(await rosa.AskAsync(command)).Value;
        Assert.Equal(shown.Length, said.Length);
        Assert.NotEqual("", shown);

        await bot.RestartAsync();
        await GoOnAsync(said => page.SayAsync(said));
        await GoOnAsync(rosa.AskAsync);

        Assert.StartsWith(
            before.Replace(shown, ICodeRedaction.Mask, StringComparison.Ordinal),
            await ShownAsync(page),
            StringComparison.Ordinal
        );
        await AssertNowhereAsync(bot, [shown, said]);
    }

    [Fact]
    public async Task A_code_that_the_bot_shows_goes_with_the_end_of_the_conversation()
    {
        await using BotApp bot = Start();
        PageVisitor page = await PageVisitor.OpenAsync(bot);
        await page.SayAsync("vincular");
        string shown = Code().Match(await ShownAsync(page)).Value;

        using HttpResponseMessage left = await page.LeaveAsync();

        var all = new List<string>();
        await foreach (ScannedEntity row in bot.Services.GetRequiredService<IEntityScan>().ScanAsync("", None))
        {
            if (row.Row.StartsWith("a:", StringComparison.Ordinal) || row.Row == "shown")
                all.Add(Encoding.UTF8.GetString(row.Value.Span));
        }
        Assert.NotEmpty(all);
        Assert.Equal(11, shown.Length);
        Assert.All(all, value => Assert.DoesNotContain(shown, value, StringComparison.Ordinal));
    }

    private BotApp Start() =>
        BotApp.Start(
            Town.Settings with
            {
                Configuration = Town.Settings.Configuration.AddRange([
                    new("Logging:LogLevel:Default", "Debug"),
                    new("DirectLine:Limits:RequestsPerConversation:Burst", "100000"),
                    new("DirectLine:Limits:ActivitiesPerConversation:Burst", "100000"),
                ]),
                Services = services => services.AddSingleton<ILoggerProvider>(log),
            }
        );

    /// <summary>The state of a conversation keeps the replies of its last two turns, in case a channel delivers one again.</summary>
    private static async Task GoOnAsync(Func<string, Task> say)
    {
        foreach (string said in (string[])["hola", "ayuda"])
            await say(said);
    }

    private static string[] Beginning() =>
        [
            $"coordinador {Town.Code}",
            $"coordinador {Town.Code}",
            "presentarme",
            "sí",
            Name,
            "Municipalidad",
            "Municipios",
            "saltar",
            "proponer",
            "1",
            Proposal,
        ];

    /// <summary>A way to say the command; with a code where any text can be.</summary>
    private static string Say(CommandPattern pattern, string code) =>
        pattern switch
        {
            CommandPattern.Bare { Key: var key } => CommandWords.Name(Words.Spanish, key),
            CommandPattern.Exact { Key: var key } => CommandWords.Name(Words.Spanish, key),
            CommandPattern.WithNumber { Key: var key } => $"{CommandWords.Name(Words.Spanish, key)} 1",
            CommandPattern.WithPick { Key: var key } => $"{CommandWords.Name(Words.Spanish, key)} 1",
            CommandPattern.WithText { Key: var key } => $"{CommandWords.Name(Words.Spanish, key)} 1 por {code}",
            CommandPattern.WithReceipt { Key: var key } => $"{CommandWords.Name(Words.Spanish, key)} 482-716-4 por {code}",
            CommandPattern.WithName { Key: var key, NameKey: var name } =>
                $"{CommandWords.Name(Words.Spanish, key)} {CommandWords.Name(Words.Spanish, name)}",
            CommandPattern.WithCode { Key: var key } => $"{CommandWords.Name(Words.Spanish, key)} {code}",
            // Its command has words of its own, or begins what another one begins.
            CommandPattern.Sentence { Key: var key } => $"quisiera {key} con {code}",
            _ => throw new UnreachableException($"Nobody knows how to say {pattern}."),
        };

    private static async Task<string> ShownAsync(PageVisitor page) =>
        string.Join('\n', (await page.HistoryAsync()).Select(activity => PageVisitor.Text(activity, "text")));

    /// <summary>Searches the files of the store with the journal, a backup, an export and the log of the app.</summary>
    private async Task AssertNowhereAsync(BotApp bot, string[] words)
    {
        var store = (SqliteStore)bot.Services.GetRequiredService<IEntityStore>();
        string[] files = Directory.GetFiles(Path.GetDirectoryName(bot.SqlitePath)!, "agabot.db*");
        // The journal is emptied now and then, and an erasure's in the background.
        for (var limit = Stopwatch.StartNew(); Found(files, words).Any(); await Task.Delay(100))
        {
            store.Upkeep.TruncateLog();
            Assert.True(limit.Elapsed < TimeSpan.FromSeconds(20), string.Join('\n', await WhereAsync(bot, words)));
        }
        string[] copies = [folder.File($"{Guid.NewGuid()}.db"), folder.File($"{Guid.NewGuid()}.jsonl")];
        await store.BackUpAsync(copies[0], None);
        await new StoreExport(bot.Services.GetRequiredService<IEntityScan>(), bot.Clock).RunAsync(copies[1], None);
        Assert.Empty(Found(copies, words));
        Assert.NotEqual(0, FileBytes.Count(copies[1], "anfitriona") + FileBytes.Count(copies[1], "rosa"));
        Assert.NotEmpty(log.Lines);
        Assert.DoesNotContain(log.Lines, line => words.Any(word => line.Contains(word, StringComparison.OrdinalIgnoreCase)));
    }

    private static IEnumerable<string> Found(string[] files, string[] words) =>
        from file in files
        from word in words
        from form in (string[])[word, word.ToLowerInvariant(), word.Replace("-", "", StringComparison.Ordinal)]
        where FileBytes.Count(file, form) > 0
        select $"{form} in {Path.GetFileName(file)}";

    private static async Task<ImmutableArray<string>> WhereAsync(BotApp bot, string[] words)
    {
        var found = ImmutableArray.CreateBuilder<string>();
        await foreach (ScannedEntity row in bot.Services.GetRequiredService<IEntityScan>().ScanAsync("", None))
        {
            string value = Encoding.UTF8.GetString(row.Value.Span);
            foreach (string word in words.Where(word => value.Contains(word, StringComparison.OrdinalIgnoreCase)))
            {
                int at = value.IndexOf(word, StringComparison.OrdinalIgnoreCase);
                found.Add($"{row.Partition} {row.Row}: {value[Math.Max(0, at - 120)..Math.Min(value.Length, at + 60)]}");
            }
        }
        return found.ToImmutable();
    }

    [GeneratedRegex(@"\w{5}-\w{5}-\w{5}")]
    private static partial Regex Invitation();

    [GeneratedRegex(@"\b[2-9A-Z]{5}(-[2-9A-Z]{5}){1,2}\b")]
    private static partial Regex Code();

    [GeneratedRegex("contiene un código|contains a code")]
    private static partial Regex Refused();
}

using System.Runtime.Versioning;
using AgaBot.Tests.Storage;

namespace AgaBot.Tests.Deploy;

/// <summary>The files that the published bot writes beside its database during conversations, at the most detailed log level.</summary>
[Trait("Category", "Integration")]
[Collection(nameof(Published))]
public sealed class MarkedConversationTests(PublishedFolder published)
{
    private const UnixFileMode ForOthers =
        UnixFileMode.GroupRead
        | UnixFileMode.GroupWrite
        | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead
        | UnixFileMode.OtherWrite
        | UnixFileMode.OtherExecute;

    [Fact]
    public async Task Nothing_that_people_say_and_no_secret_is_in_what_the_process_writes_at_any_level()
    {
        string code = Marker(),
            wrong = Marker();
        using var state = new TemporaryFolder();
        string temporary = Directory.CreateDirectory(state.File("tmp")).FullName;
        var secrets = new List<string> { code, wrong };
        string written;
        using (
            DeployedBot bot = await DeployedBot.StartAsync(
                published.Path,
                state,
                ("Coordinators__AccessCode", code),
                ("Logging__LogLevel__Default", "Trace"),
                ("Logging__LogLevel__Microsoft", "Trace"),
                ("Logging__LogLevel__Microsoft.AspNetCore", "Trace"),
                ("TMPDIR", temporary)
            )
        )
        {
            using PageConversation page = await PageConversation.OpenAsync(bot.Address);
            string[] answers = [.. Enumerable.Range(0, 10).Select(_ => Marker())];
            string[] lines =
            [
                "presentarme",
                "sí",
                answers[0],
                answers[1],
                "Municipios",
                "saltar",
                "proponer",
                "1",
                answers[2],
                answers[3],
                answers[4],
                answers[5],
                answers[6],
                $"{answers[7]}; 2017; 2018",
                "listo",
                answers[8],
                "sí",
                "enviar",
                "mis fichas",
                answers[9],
                $"coordinador {wrong}",
                $"coordinador {code}",
                "nueva consulta",
                $"¿{answers[9]}?",
                "abierta",
                "enviar",
                "responder",
                $"{answers[8]}",
            ];
            foreach (string line in lines)
                await page.SayAsync(line);
            secrets.AddRange([.. answers, page.Token, page.Ticket]);
            Assert.Equal(0, await bot.StopAsync());
            written = bot.Said;
        }

        Assert.Contains("Turn ", written, StringComparison.Ordinal);
        foreach (
            string file in Directory
                .EnumerateFiles(state.Path, "*", SearchOption.AllDirectories)
                .Where(file => !Path.GetFileName(file).StartsWith("agabot.db", StringComparison.Ordinal))
        )
            written += await File.ReadAllTextAsync(file);
        Assert.DoesNotContain(secrets, secret => written.Contains(secret, StringComparison.OrdinalIgnoreCase));
        if (!OperatingSystem.IsWindows())
            AssertClosedToOthers(state);
    }

    [UnsupportedOSPlatform("windows")]
    private static void AssertClosedToOthers(TemporaryFolder state) =>
        Assert.All(
            Directory.EnumerateFiles(state.Path, "agabot.db*"),
            file => Assert.Equal(UnixFileMode.None, File.GetUnixFileMode(file) & ForOthers)
        );

    private static string Marker() => $"Marca{Guid.NewGuid():N}";
}

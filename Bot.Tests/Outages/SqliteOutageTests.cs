using System.Collections.Immutable;
using System.Net;
using System.Runtime.Versioning;
using AgaBot.Storage;
using AgaBot.Storage.Setup;
using AgaBot.Tests.Channels;
using AgaBot.Tests.Hosting;
using AgaBot.Tests.Storage;
using Microsoft.Data.Sqlite;

namespace AgaBot.Tests.Outages;

/// <summary>
/// The database file is locked, its disk takes no more, or it may only be read, under a bot that runs on (docs/outages.md).
/// </summary>
[Trait("Category", "Integration")]
public sealed class SqliteOutageTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private string DatabasePath => folder.File("data/agabot.db");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_database_that_another_program_keeps_locked_is_waited_for()
    {
        await using BotApp bot = BotApp.Start(
            new() { Configuration = ImmutableDictionary<string, string>.Empty.Add("Storage:Sqlite:BusyTimeout", "00:00:00.2") }
        );
        await using var other = new SqliteConnection($"Data Source={bot.SqlitePath};Pooling=False");

        await Outage.GoesByAsync(
            bot.Http,
            () =>
            {
                other.Open();
                Execute(other, "BEGIN EXCLUSIVE");
                return Task.CompletedTask;
            },
            () =>
            {
                Execute(other, "ROLLBACK");
                return Task.CompletedTask;
            }
        );
    }

    [Fact]
    public async Task A_disk_that_takes_no_more_keeps_nothing_half_and_is_written_to_again_when_there_is_room()
    {
        using LocalBot bot = await LocalBot.StartAsync(DatabasePath, LocalBot.HearingOfFullDisks);
        using var http = new HttpClient { BaseAddress = bot.Address };

        // The kernel refuses a write beyond the limit, as on a full disk.
        await Outage.GoesByAsync(
            http,
            () => LocalBot.RunAsync("prlimit", "--pid", $"{bot.Id}", "--fsize=1:unlimited"),
            () => LocalBot.RunAsync("prlimit", "--pid", $"{bot.Id}", "--fsize=unlimited:unlimited")
        );

        Assert.False(bot.HasExited);
    }

    [Fact]
    public async Task A_database_that_may_only_be_read_is_found_so_at_once_and_written_to_again_when_it_may()
    {
        if (OperatingSystem.IsWindows())
            return;

        using (LocalBot first = await LocalBot.StartAsync(DatabasePath, LocalBot.HeldToFileModes))
        {
            using var before = new HttpClient { BaseAddress = first.Address };
            await Outage.TakenAsync(before, Wire.Message("hola"));
            await first.StopAsync();
        }

        Mode(UnixFileMode.UserRead);
        using LocalBot bot = await LocalBot.StartAsync(DatabasePath, LocalBot.HeldToFileModes);
        using var http = new HttpClient { BaseAddress = bot.Address };
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await Outage.ProbeAsync(http, "/readyz"));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await Outage.SayAsync(http, Wire.Message("ayuda"))).Status);
        Assert.Equal(HttpStatusCode.OK, await Outage.ProbeAsync(http, "/healthz"));

        Mode(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        await Outage.UntilTakenAsync(http, Wire.Message("ayuda"));
        Assert.Equal(HttpStatusCode.OK, await Outage.ProbeAsync(http, "/readyz"));
    }

    [Fact]
    public async Task While_probes_come_often_a_proof_is_written_once_in_a_while()
    {
        await using BotApp bot = BotApp.Start();
        await Outage.ProbeAsync(bot.Http, "/readyz");
        Entity first = (await ProofAsync(bot))!;

        for (int probe = 0; probe < 20; probe++)
            Assert.Equal(HttpStatusCode.OK, await Outage.ProbeAsync(bot.Http, "/readyz"));
        Assert.Equal(first.ETag, (await ProofAsync(bot))!.ETag);

        bot.Clock.Advance(StoreReadiness.ProofLasts);
        Assert.Equal(HttpStatusCode.OK, await Outage.ProbeAsync(bot.Http, "/readyz"));
        Assert.NotEqual(first.ETag, (await ProofAsync(bot))!.ETag);
    }

    private static async Task<Entity?> ProofAsync(BotApp bot) =>
        await ((IEntityStore)bot.Services.GetService(typeof(IEntityStore))!).GetAsync("readiness", "last", CancellationToken.None);

    [UnsupportedOSPlatform("windows")]
    private void Mode(UnixFileMode mode)
    {
        foreach (string file in Directory.EnumerateFiles(folder.File("data"), "agabot.db*"))
            File.SetUnixFileMode(file, mode);
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}

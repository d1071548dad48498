using System.Diagnostics;
using System.Text;
using AgaBot.Dialogs.Inputs;
using AgaBot.Plans;
using AgaBot.Storage;
using AgaBot.Storage.Setup;
using AgaBot.Storage.Sqlite;
using AgaBot.Tests.Storage;
using AgaBot.Turns.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace AgaBot.Tests.Hosting;

/// <summary>After <i>borrar mis datos</i>, nothing that a person gave is in any byte of the store's files or of a backup.</summary>
[Trait("Category", "Integration")]
public sealed class ErasedBytesTests
{
    private const string Name = "Hermelinda Quispitupac";
    private const string Upload = "contenido-del-archivo-7391";

    private static CancellationToken None => CancellationToken.None;

    [Fact]
    public async Task Neither_the_database_nor_its_log_nor_a_backup_holds_the_name_or_the_upload_of_an_erased_person()
    {
        await using BotApp bot = BotApp.Start();
        using var folder = new TemporaryFolder();
        var store = (SqliteStore)bot.Services.GetRequiredService<IEntityStore>();
        await bot
            .Services.GetRequiredService<IKeptFiles>()
            .KeepAsync(new SentFileId("f"), new ParticipantId("sms:ana"), Many(Upload), bot.Clock.GetUtcNow(), None);
        Talker ana = bot.Talker("ana", "sms");
        foreach (string other in (string[])["beto", "carla", "ana", "dina"])
        {
            Talker talker = other == "ana" ? ana : bot.Talker(other, "sms");
            foreach (
                string said in (string[])
                    ["presentarme", "sí", other == "ana" ? Name : "Otra Persona", "JUSHCAMIL", "Municipios", "saltar", "aporte"]
            )
                await talker.AskAsync(said);
            await talker.AskAsync(other == "ana" ? $"Cisternas, dice {Name}" : "Cisternas para los caseríos");
            await talker.AskAsync("mis datos");
        }
        store.Upkeep.TruncateLog();
        Assert.NotEqual((0, 0), Left(bot.SqlitePath));

        await ana.AskAsync("borrar mis datos");
        Assert.Contains("borré sus datos", await ana.AskAsync("borrar"), StringComparison.Ordinal);
        string[] files = Directory.GetFiles(Path.GetDirectoryName(bot.SqlitePath)!);
        // The background removes them, and tries again after ten seconds where somebody read an older state.
        for (var limit = Stopwatch.StartNew(); files.Any(static file => Left(file) != (0, 0)); await Task.Delay(50))
            Assert.True(limit.Elapsed < TimeSpan.FromMinutes(1), string.Join(' ', files.Select(static file => $"{file} {Left(file)}")));

        string backup = folder.File("backup.db");
        await store.BackUpAsync(backup, None);
        Assert.Equal((0, 0), Left(backup));
    }

    [Fact]
    public async Task In_the_night_after_an_erasure_the_file_is_written_anew_once()
    {
        await using BotApp bot = BotApp.Start();
        var store = (SqliteStore)bot.Services.GetRequiredService<IEntityStore>();
        StoreCare care = bot.Services.GetRequiredService<StoreCare>();
        await bot.Talker("ana", "sms").AskAsync("hola");
        await care.PassAsync(store.Upkeep, afterErasure: true, None);
        Assert.NotNull(await store.GetAsync("upkeep", "rewrite", None));

        // From 9 in the morning to 3 in the night.
        bot.Clock.Advance(TimeSpan.FromHours(18));
        await care.PassAsync(store.Upkeep, afterErasure: false, None);

        Assert.Null(await store.GetAsync("upkeep", "rewrite", None));
    }

    private static byte[] Many(string words) => Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(words, 20_000)));

    private static (int Name, int Upload) Left(string file) => (FileBytes.Count(file, Name), FileBytes.Count(file, Upload));
}

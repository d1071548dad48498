using System.Text;
using AgaBot.Storage;
using AgaBot.Storage.Setup;
using AgaBot.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace AgaBot.Tests.Storage;

/// <summary>What is deleted leaves the file, free pages go back to the disk, and damage is found.</summary>
public sealed class SqliteUpkeepTests : IDisposable
{
    private const string Marker = "ROSAFLORES";

    private readonly TemporaryFolder folder = new();
    private SqliteStore store;

    public SqliteUpkeepTests() => store = Open();

    private string DatabasePath => folder.File("agabot.db");

    private static CancellationToken None => CancellationToken.None;

    public void Dispose()
    {
        store.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task Of_deleted_rows_no_byte_remains_in_the_file_and_its_log()
    {
        await TalkAsync(seed: 1);

        Assert.True(store.Upkeep.TruncateLog());

        Assert.Equal(0, MarkersLeft());
    }

    [Fact]
    public async Task Writing_the_file_anew_removes_what_balanced_pages_may_still_hold()
    {
        for (int seed = 2; seed < 6; seed++)
            await TalkAsync(seed);

        store.Upkeep.Rewrite(None);

        Assert.Equal(0, MarkersLeft());
        Assert.Null(store.Upkeep.FindDamage(None));
    }

    [Fact]
    public async Task The_file_shrinks_by_what_was_deleted_while_others_write()
    {
        for (int file = 0; file < 20; file++)
            await PutAsync($"upload:{file}", "c:00", new byte[EntityLimits.MaxValueBytes]);
        store.Upkeep.TruncateLog();
        long before = new FileInfo(DatabasePath).Length;
        for (int file = 0; file < 20; file++)
            await DeleteAsync($"upload:{file}", "c:00");

        Task writing = Task.Run(async () =>
        {
            for (int row = 0; row < 200; row++)
                await PutAsync("zzz", $"{row:D9}", new byte[100]);
        });
        long given = store.Upkeep.Shrink(None);
        await writing;
        given += store.Upkeep.Shrink(None);
        store.Upkeep.TruncateLog();

        Assert.True(before > 20 * EntityLimits.MaxValueBytes);
        Assert.True(new FileInfo(DatabasePath).Length < before / 4, $"{new FileInfo(DatabasePath).Length} of {before}, {given} given back");
    }

    [Fact]
    public async Task A_file_of_an_earlier_version_gives_pages_back_once_it_is_written_anew()
    {
        await store.DisposeAsync();
        File.Delete(DatabasePath);
        using (SqliteConnection early = SqliteFile.Connection(DatabasePath, SqliteOpenMode.ReadWriteCreate))
        {
            early.Open();
            foreach ((string step, int number) in Migrations.Steps.Select(static (step, at) => (step, at + 1)))
                Statement.Execute(early, $"{step} PRAGMA user_version = {number};");
            Statement.Execute(early, $"INSERT INTO entities VALUES ('who:rosa', 'person', 1, CAST('{Marker}' AS BLOB))");
            Statement.Execute(early, "PRAGMA secure_delete = OFF; DELETE FROM entities");
        }
        store = Open();
        Assert.True(store.Upkeep.CannotShrink());
        Assert.True(MarkersLeft() > 0);

        store.Upkeep.Rewrite(None);

        Assert.False(store.Upkeep.CannotShrink());
        Assert.Equal(0, MarkersLeft());
    }

    [Fact]
    public async Task Garbage_within_the_file_is_found()
    {
        for (int row = 0; row < 2000; row++)
            await PutAsync($"who:{row % 50}", $"{row:D9}", new byte[500]);
        store.Upkeep.TruncateLog();
        await store.DisposeAsync();
        await DamageAsync(DatabasePath);
        store = Open();

        Assert.NotNull(store.Upkeep.FindDamage(None));
        Assert.Throws<DamagedStoreException>(() => new StoreInspection(store, new DataFolder(folder.Path)).RequireSound(None));
    }

    /// <summary>120 KB of garbage in the middle of a file.</summary>
    internal static async Task DamageAsync(string path)
    {
        byte[] garbage = new byte[120 * 1024];
        new Random(1).NextBytes(garbage);
        await using FileStream file = new(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        file.Position = file.Length / 2;
        await file.WriteAsync(garbage.AsMemory(0, (int)Math.Min(garbage.Length, file.Length / 2)));
    }

    /// <summary>Writes the rows of many people, which grow and shrink, and deletes some of these people.</summary>
    private async Task TalkAsync(int seed)
    {
        var random = new Random(seed);
        string[] people = [.. Enumerable.Range(0, 60).Select(_ => $"who:{seed}:{random.Next():x8}")];
        for (int turn = 0; turn < 1500; turn++)
        {
            int who = random.Next(people.Length);
            string words = who % 7 == 0 ? Marker : "ordinaryxx";
            byte[] value = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat(words, random.Next(20, 900))));
            await PutAsync(people[who], $"talk:{random.Next(3)}", value);
        }
        for (int who = 0; who < people.Length; who += 7)
        {
            for (int talk = 0; talk < 3; talk++)
                await DeleteAsync(people[who], $"talk:{talk}");
        }
    }

    private async Task PutAsync(string partition, string row, byte[] value)
    {
        EntityWrite write = await store.GetAsync(partition, row, None) is { } there
            ? new EntityWrite.Replace(row, value, there.ETag)
            : new EntityWrite.Insert(row, value);
        Assert.IsType<WriteOutcome.Written>(await store.WriteAsync(partition, [write], None));
    }

    private async Task DeleteAsync(string partition, string row)
    {
        if (await store.GetAsync(partition, row, None) is { } there)
            await store.WriteAsync(partition, [new EntityWrite.Delete(row, there.ETag)], None);
    }

    private SqliteStore Open() => new(new SqliteOptions { Path = DatabasePath, Synchronous = SqliteSynchronous.Normal });

    private int MarkersLeft() => Directory.GetFiles(folder.Path).Sum(file => FileBytes.Count(file, Marker));
}

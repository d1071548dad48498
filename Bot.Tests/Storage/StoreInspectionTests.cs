using System.Text;
using AgaBot.Storage;
using AgaBot.Storage.Setup;
using AgaBot.Storage.Sqlite;
using AgaBot.Turns.Persistence;
using Microsoft.Data.Sqlite;

namespace AgaBot.Tests.Storage;

/// <summary>What stands at the store's place: nothing, a store, another file, or what a killed process left.</summary>
public sealed class StoreInspectionTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private string DatabasePath => folder.File("agabot.db");

    private static CancellationToken None => CancellationToken.None;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_file_of_no_bytes_is_refused_and_stays()
    {
        await File.WriteAllBytesAsync(DatabasePath, []);
        await using SqliteStore store = Open();

        Assert.Contains("no bytes", Assert.Throws<NotAStoreException>(() => Of(store).Begin()).Message, StringComparison.Ordinal);
        Assert.Throws<NotAStoreException>(() => Of(store).RequireSound(None));
        await Assert.ThrowsAsync<StoreUnavailableException>(async () => await store.CheckAsync(None));
        Assert.Equal(0, new FileInfo(DatabasePath).Length);
    }

    [Theory]
    [InlineData("")]
    [InlineData("CREATE TABLE invoices (id INTEGER)")]
    [InlineData("CREATE TABLE invoices (id INTEGER); PRAGMA user_version = 3")]
    [InlineData("CREATE TABLE invoices (id INTEGER); PRAGMA user_version = 4")]
    public async Task A_database_of_another_program_is_refused_and_unchanged(string sql)
    {
        using (SqliteConnection other = SqliteFile.Connection(DatabasePath, SqliteOpenMode.ReadWriteCreate))
        {
            other.Open();
            Statement.Execute(other, $"PRAGMA application_id = 7; {sql}");
        }
        byte[] before = await File.ReadAllBytesAsync(DatabasePath);
        await using SqliteStore store = Open();

        NotAStoreException refused = Assert.Throws<NotAStoreException>(() => Of(store).Begin());

        Assert.Contains("is not a store of AgaBot", refused.Message, StringComparison.Ordinal);
        Assert.Throws<NotAStoreException>(() => Of(store).RequireSound(None));
        Assert.Equal(before, await File.ReadAllBytesAsync(DatabasePath));
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_refused()
    {
        await File.WriteAllTextAsync(DatabasePath, new string('x', 5000));
        await using SqliteStore store = Open();

        Assert.Throws<NotAStoreException>(() => Of(store).Begin());
        Assert.Throws<NotAStoreException>(() => Of(store).RequireSound(None));
    }

    [Fact]
    public async Task A_command_finds_no_store_and_makes_none()
    {
        await using SqliteStore store = Open();

        NotAStoreException missing = Assert.Throws<NotAStoreException>(() => Of(store).RequireSound(None));

        Assert.Contains(DatabasePath, missing.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public async Task A_store_that_is_removed_under_the_bot_is_down_and_not_made_again()
    {
        await using SqliteStore store = Open();
        await store.CheckAsync(None);
        foreach (string file in Directory.GetFiles(folder.Path))
            File.Delete(file);

        Assert.Throws<NotAStoreException>(() => store.Upkeep.TruncateLog());
        Assert.False(File.Exists(DatabasePath));
    }

    [Fact]
    public async Task What_a_killed_process_left_is_deleted_and_nothing_else()
    {
        string left = folder.File("copy.db.0123abcd.agabot-unfinished");
        string lefts = folder.File("copy.db.0123abcd.agabot-unfinished-journal");
        string others = folder.File("report.unfinished");
        foreach (string file in (string[])[left, lefts, others])
            await File.WriteAllTextAsync(file, "Rosa Flores");
        await using FileStream inUse = UnfinishedFiles.Create(folder.File("export.jsonl"));
        await using SqliteStore store = Open();

        Of(store).Begin();

        Assert.Equal([inUse.Name, others], Directory.GetFiles(folder.Path).Where(file => file != DatabasePath && !IsOfStore(file)).Order());
    }

    [Fact]
    public async Task Many_who_make_the_store_at_once_get_the_same()
    {
        SqliteStore[] stores = [.. Enumerable.Range(0, 16).Select(_ => Open())];
        await Task.WhenAll(
            stores.Select(
                (store, one) =>
                    Task.Run(async () =>
                        Assert.IsType<WriteOutcome.Written>(
                            await store.WriteAsync("partition", [new EntityWrite.Insert($"{one}", Encoding.UTF8.GetBytes("x"))], None)
                        )
                    )
            )
        );

        Assert.Equal(16, (await stores[0].QueryAsync("partition", RowRange.All, 100, null, None)).Rows.Length);
        foreach (SqliteStore store in stores)
            await store.DisposeAsync();
        Assert.Equal([DatabasePath], Directory.GetFiles(folder.Path));
    }

    private bool IsOfStore(string file) => file.StartsWith(DatabasePath + "-", StringComparison.Ordinal);

    private StoreInspection Of(SqliteStore store) => new(store, new DataFolder(folder.Path));

    private SqliteStore Open() => new(new SqliteOptions { Path = DatabasePath, BusyTimeout = TimeSpan.FromSeconds(20) });
}

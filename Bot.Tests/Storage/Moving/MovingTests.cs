using System.Collections.Immutable;
using System.Text;
using AgaBot.Storage;
using AgaBot.Storage.Moving;
using AgaBot.Storage.Sqlite;
using AgaBot.Storage.Tables;
using AgaBot.Turns.Persistence;

namespace AgaBot.Tests.Storage.Moving;

[Trait("Category", "Integration")]
public sealed class MovingTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>, IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly List<SqliteStore> opened = [];

    private static CancellationToken None => CancellationToken.None;

    public void Dispose()
    {
        foreach (SqliteStore store in opened)
            store.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task From_SQLite_to_Table_Storage_and_back_every_row_is_the_same()
    {
        SqliteStore origin = Sqlite("origin.db");
        await FillAsync(origin);
        var tables = new AzureTableStore(new TablesOptions { ConnectionString = azurite.ConnectionString, Name = $"t{Guid.NewGuid():N}" });
        SqliteStore back = Sqlite("back.db");

        StoreDigest first = await MoveAsync(origin, tables, "first.jsonl");
        StoreDigest second = await MoveAsync(tables, back, "second.jsonl");

        Assert.Equal(first, second);
        string[] expected = await RowsAsync(origin);
        Assert.Equal(first.Rows, expected.Length);
        Assert.Equal(expected, await RowsAsync(tables));
        Assert.Equal(expected, await RowsAsync(back));
    }

    [Fact]
    public async Task An_import_that_was_interrupted_anywhere_goes_on_where_it_stopped()
    {
        SqliteStore origin = Sqlite("origin.db");
        await FillAsync(origin);
        string file = await ExportAsync(origin);
        SqliteStore target = Sqlite("target.db");

        int interruptions = 0;
        for (int writes = 1; ; writes += 7)
        {
            var brittle = new BrittleStore(target, writes);
            try
            {
                await new StoreImport(brittle, target).RunAsync(file, None);
                break;
            }
            catch (StoreUnavailableException)
            {
                interruptions++;
                await Assert.ThrowsAsync<MovingException>(async () => await new StoreImport(target, target).RefuseHalfDoneAsync(None));
                await Assert.ThrowsAsync<MovingException>(async () => await ExportAsync(target));
            }
        }

        Assert.True(interruptions > 3, $"It was interrupted {interruptions} times.");
        await new StoreImport(target, target).RefuseHalfDoneAsync(None);
        Assert.Equal(await RowsAsync(origin), await RowsAsync(target));
    }

    [Fact]
    public async Task Another_file_does_not_go_on_with_an_import()
    {
        SqliteStore origin = Sqlite("origin.db");
        await FillAsync(origin);
        SqliteStore target = Sqlite("target.db");
        await Assert.ThrowsAsync<StoreUnavailableException>(async () =>
            await new StoreImport(new BrittleStore(target, 3), target).RunAsync(await ExportAsync(origin), None)
        );
        await PutAsync(origin, "plan:otro", "x", "x"u8.ToArray());

        MovingException refused = await Assert.ThrowsAsync<MovingException>(async () =>
            await new StoreImport(target, target).RunAsync(await ExportAsync(origin), None)
        );

        Assert.Contains("go on with that one", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_that_holds_something_is_left_as_it_is()
    {
        SqliteStore origin = Sqlite("origin.db");
        await FillAsync(origin);
        SqliteStore target = Sqlite("target.db");
        await PutAsync(target, "who:alguien", "person", "x"u8.ToArray());

        await Assert.ThrowsAsync<MovingException>(async () =>
            await new StoreImport(target, target).RunAsync(await ExportAsync(origin), None)
        );

        Assert.Single(await RowsAsync(target));
    }

    [Fact]
    public async Task A_row_that_somebody_else_writes_meanwhile_is_found_at_the_end()
    {
        SqliteStore origin = Sqlite("origin.db");
        await FillAsync(origin);
        SqliteStore target = Sqlite("target.db");
        string file = await ExportAsync(origin);
        await Assert.ThrowsAsync<StoreUnavailableException>(async () =>
            await new StoreImport(new BrittleStore(target, 3), target).RunAsync(file, None)
        );
        await PutAsync(target, "zzz", "row", "x"u8.ToArray());

        MovingException refused = await Assert.ThrowsAsync<MovingException>(async () =>
            await new StoreImport(target, target).RunAsync(file, None)
        );

        Assert.Contains("something else wrote into the store", refused.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<MovingException>(async () => await new StoreImport(target, target).RefuseHalfDoneAsync(None));
    }

    public static TheoryData<string, int> Damages =>
        new()
        {
            { "a word changed", 5 },
            { "a line taken away", 4 },
            { "two lines in each other's place", 4 },
            { "a line put in again", 5 },
            { "the end taken away", 9 },
            { "cut in the middle of a line", 6 },
            { "cut in the middle of the end", 10 },
            { "something after the end", 11 },
            { "a line of something else", 3 },
            { "another head", 1 },
            { "a later version", 1 },
            { "nothing at all", 1 },
        };

    [Theory]
    [MemberData(nameof(Damages))]
    public async Task A_damaged_file_is_refused_by_its_line_and_nothing_of_it_is_imported(string damage, int line)
    {
        SqliteStore origin = Sqlite("origin.db");
        for (int row = 0; row < 8; row++)
            await PutAsync(origin, "plan:prueba", $"row {row}", Encoding.UTF8.GetBytes($"palabra {row}"));
        string file = await ExportAsync(origin);
        string[] lines = await File.ReadAllLinesAsync(file);
        Assert.Equal(10, lines.Length);
        string whole = string.Join('\n', lines) + "\n";
        await File.WriteAllTextAsync(
            file,
            damage switch
            {
                "a word changed" => whole.Replace("palabra 3", "palabra X", StringComparison.Ordinal),
                "a line taken away" => whole.Replace(lines[3] + "\n", "", StringComparison.Ordinal),
                "two lines in each other's place" => whole.Replace(
                    $"{lines[3]}\n{lines[4]}",
                    $"{lines[4]}\n{lines[3]}",
                    StringComparison.Ordinal
                ),
                "a line put in again" => whole.Replace(lines[3], $"{lines[3]}\n{lines[3]}", StringComparison.Ordinal),
                "the end taken away" => whole.Replace(lines[9] + "\n", "", StringComparison.Ordinal),
                "cut in the middle of a line" => whole[..(whole.IndexOf(lines[5], StringComparison.Ordinal) + 20)],
                "cut in the middle of the end" => whole[..(whole.IndexOf(lines[9], StringComparison.Ordinal) + 20)],
                "something after the end" => whole + lines[3],
                "a line of something else" => whole.Replace(lines[2], "no es json", StringComparison.Ordinal),
                "another head" => whole.Replace("agabot-export", "otra-cosa", StringComparison.Ordinal),
                "a later version" => whole.Replace("\"v\":1", "\"v\":2", StringComparison.Ordinal),
                _ => "",
            }
        );
        SqliteStore target = Sqlite("target.db");

        MovingException refused = await Assert.ThrowsAsync<MovingException>(async () =>
            await new StoreImport(target, target).RunAsync(file, None)
        );

        Assert.Contains($"line {line}:", refused.Message, StringComparison.Ordinal);
        Assert.Empty(await RowsAsync(target));
    }

    [Fact]
    public async Task An_export_is_its_owners_alone_and_takes_no_files_place()
    {
        SqliteStore origin = Sqlite("origin.db");
        await FillAsync(origin);

        string file = await ExportAsync(origin);

        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        await Assert.ThrowsAsync<IOException>(async () => await new StoreExport(origin, TimeProvider.System).RunAsync(file, None));
        Assert.Empty(Directory.GetFiles(folder.Path, "*unfinished*"));
    }

    [Fact]
    public async Task A_backup_of_a_file_that_is_being_written_to_opens_as_a_store_of_one_moment()
    {
        SqliteStore origin = Sqlite("origin.db");
        await FillAsync(origin);
        int before = (await RowsAsync(origin)).Length;
        using var stop = new CancellationTokenSource();
        Task writing = Task.Run(async () =>
        {
            for (int row = 0; !stop.IsCancellationRequested; row++)
                await PutAsync(origin, "zzz", $"{row:D9}", new byte[100]);
        });

        string file = folder.File("backup.db");
        long rows = await origin.BackUpAsync(file, None);
        await stop.CancelAsync();
        await writing;

        string[] kept = await RowsAsync(Sqlite("backup.db"));
        Assert.Equal(rows, kept.Length);
        Assert.Equal((await RowsAsync(origin))[..kept.Length], kept);
        Assert.True(kept.Length >= before);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        await Assert.ThrowsAsync<IOException>(async () => await origin.BackUpAsync(file, None));
    }

    private static async Task FillAsync(IEntityStore store)
    {
        await PutAsync(store, "vacío", "row", default);
        await PutAsync(store, "bytes", "row", new byte[] { 0xFF, 0x00, 0x80 });
        await PutAsync(store, "large", "row", Encoding.UTF8.GetBytes(new string('ñ', EntityLimits.MaxValueBytes / 2)));
        await PutAsync(store, "large", "row 2", new byte[EntityLimits.MaxValueBytes]);
        await PutAsync(store, "llave / # ? \\ %", "año 🙂 \u2028 \0 \u0085", """{"v":1,"words":"· «dos» \\ \"tres\""}"""u8.ToArray());
        await PutAsync(store, "half \ud83d", "\udc00 half", "sin su otra mitad"u8.ToArray());
        for (int row = 0; row < 250; row++)
            await PutAsync(store, "plan:prueba", $"f:{row:D4}", Encoding.UTF8.GetBytes($$"""{"v":1,"n":{{row}}}"""));
        for (int person = 0; person < 80; person++)
            await PutAsync(store, $"who:{person}", "person", "{}"u8.ToArray());
    }

    private static async Task PutAsync(IEntityStore store, string partition, string row, ReadOnlyMemory<byte> value) =>
        Assert.IsType<WriteOutcome.Written>(await store.WriteAsync(partition, [new EntityWrite.Insert(row, value)], None));

    private static async Task<string[]> RowsAsync(IEntityScan store)
    {
        var rows = new List<string>();
        await foreach (ScannedEntity row in store.ScanAsync("", None))
            rows.Add($"{KeyEncoding.Encode(row.Partition)}|{KeyEncoding.Encode(row.Row)}|{Convert.ToHexString(row.Value.Span)}");
        return [.. rows];
    }

    private async Task<StoreDigest> MoveAsync<TTarget>(IEntityScan from, TTarget to, string name)
        where TTarget : IEntityStore, IEntityScan
    {
        string file = folder.File(name);
        StoreDigest written = await new StoreExport(from, TimeProvider.System).RunAsync(file, None);
        StoreDigest brought = await new StoreImport(to, to).RunAsync(file, None);
        Assert.Equal(written, brought);
        return brought;
    }

    private async Task<string> ExportAsync(IEntityScan store)
    {
        string file = folder.File($"{Guid.NewGuid():N}.jsonl");
        await new StoreExport(store, TimeProvider.System).RunAsync(file, None);
        return file;
    }

    private SqliteStore Sqlite(string name)
    {
        var store = new SqliteStore(new SqliteOptions { Path = folder.File(name), Synchronous = SqliteSynchronous.Normal });
        opened.Add(store);
        return store;
    }

    /// <summary>Accepts some writes, then the store fails; the last write succeeds although its answer is lost.</summary>
    private sealed class BrittleStore(IEntityStore inner, int writes) : IEntityStore
    {
        private int left = writes;

        public ValueTask<Entity?> GetAsync(string partition, string row, CancellationToken cancellationToken) =>
            inner.GetAsync(partition, row, cancellationToken);

        public ValueTask<EntityPage> QueryAsync(
            string partition,
            RowRange range,
            int limit,
            string? after,
            CancellationToken cancellationToken
        ) => inner.QueryAsync(partition, range, limit, after, cancellationToken);

        public async ValueTask<WriteOutcome> WriteAsync(
            string partition,
            ImmutableArray<EntityWrite> batch,
            CancellationToken cancellationToken
        )
        {
            int now = Interlocked.Decrement(ref left);
            if (now < 0)
                throw new StoreUnavailableException("gone");
            WriteOutcome outcome = await inner.WriteAsync(partition, batch, cancellationToken);
            return now > 0 ? outcome : throw new StoreUnavailableException("written, and the answer lost");
        }

        public ValueTask CheckAsync(CancellationToken cancellationToken) => inner.CheckAsync(cancellationToken);
    }
}

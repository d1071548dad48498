using System.Text;
using AgaBot.Dialogs.Documents;
using AgaBot.Dialogs.Inputs;
using AgaBot.Plans.DocumentImport;

namespace AgaBot.Tests.Dialogs.Documents;

/// <summary>Documents are read a few at a time.</summary>
public sealed class DocumentReadingsTests : IDisposable
{
    private readonly HeldFiles files = new();
    private readonly DocumentReadings readings;

    public DocumentReadingsTests() => readings = new(files, PlanQuestionLabels.None, TimeProvider.System);

    public void Dispose()
    {
        readings.Dispose();
        files.Dispose();
    }

    [Fact]
    public async Task A_few_are_read_at_once_and_the_others_wait_with_nothing_in_memory()
    {
        Task<ImportResult?>[] all = [.. Enumerable.Range(0, 10).Select(_ => ReadAsync(CancellationToken.None))];

        await files.OpenAsync(DocumentReadings.AtOnce);
        Assert.Equal(DocumentReadings.AtOnce, files.Opened);

        files.Give();
        Assert.All(await Task.WhenAll(all), static read => Assert.IsType<ImportResult.Read>(read));
        Assert.InRange(files.MostOpen, 1, DocumentReadings.AtOnce);
    }

    [Fact]
    public async Task Beyond_those_that_wait_a_document_is_refused_at_once()
    {
        Task<ImportResult?>[] all =
        [
            .. Enumerable.Range(0, DocumentReadings.AtOnce + DocumentReadings.MostWaiting).Select(_ => ReadAsync(CancellationToken.None)),
        ];

        Assert.IsType<ImportResult.Busy>(await ReadAsync(CancellationToken.None));

        files.Give();
        await Task.WhenAll(all);
        Assert.IsType<ImportResult.Read>(await ReadAsync(CancellationToken.None));
    }

    [Fact]
    public async Task A_sender_who_hangs_up_gives_the_place_back()
    {
        using var gone = new CancellationTokenSource();
        Task<ImportResult?>[] all = [.. Enumerable.Range(0, 10).Select(_ => ReadAsync(gone.Token))];
        await files.OpenAsync(DocumentReadings.AtOnce);

        await gone.CancelAsync();

        foreach (Task<ImportResult?> one in all)
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => one);
        files.Give();
        Assert.IsType<ImportResult.Read>(await ReadAsync(CancellationToken.None));
    }

    [Fact]
    public async Task What_was_prepared_is_not_read_again_while_its_turn_runs()
    {
        files.Give();
        var input = new UserInput.Sent(new SentFile.Kept(HeldFiles.Ficha));

        using (await readings.PrepareAsync(input, CancellationToken.None))
        {
            Assert.IsType<ImportResult.Read>(await ReadAsync(CancellationToken.None));
            Assert.Equal(1, files.Opened);
        }

        await ReadAsync(CancellationToken.None);
        Assert.Equal(2, files.Opened);
    }

    [Fact]
    public async Task Words_need_no_preparation() =>
        Assert.Null(await readings.PrepareAsync(new UserInput.Typed("ayuda"), CancellationToken.None));

    private Task<ImportResult?> ReadAsync(CancellationToken cancellationToken) =>
        readings.ReadAsync(HeldFiles.Ficha, cancellationToken).AsTask();

    /// <summary>A store that gives no file before <see cref="Give"/>.</summary>
    private sealed class HeldFiles : ISentFiles, IDisposable
    {
        private readonly TaskCompletionSource given = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly SemaphoreSlim begun = new(0);
        private readonly Lock counts = new();
        private int open;

        public static SentFileId Ficha { get; } = new("ficha");

        public int Opened { get; private set; }

        public int MostOpen { get; private set; }

        public void Dispose() => begun.Dispose();

        public void Give() => given.TrySetResult();

        /// <summary>Waits until so many files were asked for.</summary>
        public async Task OpenAsync(int count)
        {
            for (int asked = 0; asked < count; asked++)
                Assert.True(await begun.WaitAsync(TimeSpan.FromSeconds(30)));
        }

        public async ValueTask<ReadOnlyMemory<byte>?> FindAsync(SentFileId id, CancellationToken cancellationToken)
        {
            lock (counts)
            {
                Opened++;
                MostOpen = Math.Max(MostOpen, ++open);
            }
            begun.Release();
            try
            {
                await given.Task.WaitAsync(cancellationToken);
                return Encoding.UTF8.GetBytes("Componente: 1\nPropuesta: x");
            }
            finally
            {
                lock (counts)
                    open--;
            }
        }
    }
}

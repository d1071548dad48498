using System.Net;
using AgaBot.Dialogs.Inputs;
using AgaBot.Turns.Persistence;
using AgaBot.Turns.Requests;
using Microsoft.Extensions.Options;

namespace AgaBot.Channels.Files;

/// <summary>
/// Fetches files that a channel hands over as links (docs/decisions/0029). Whoever may talk to the bot chooses the link, so it is followed
/// to hosts that the settings name alone, shows nobody who the bot is, and ends at a limit of bytes and of time.
/// </summary>
internal sealed class FileFetcher(FileIntake intake, IOptions<FetchOptions> options, TimeProvider time, ILogger<FileFetcher> logger)
    : IDisposable
{
    /// <summary>Each is held in memory. Who comes later waits, within the same time.</summary>
    private const int MostAtOnce = 8;

    private readonly int most = options.Value.MaxBytes;
    private readonly FileHost[] hosts = [.. options.Value.AllowedHosts.Select(FileHost.Read).OfType<FileHost>()];
    private readonly SemaphoreSlim places = new(MostAtOnce);
    private readonly Lazy<HttpClient> http = new(FileHttp.Create);

    /// <param name="request">Of who sent the link.</param>
    /// <exception cref="StoreUnavailableException">It cannot be kept.</exception>
    public async ValueTask<SentFile> FetchAsync(Uri link, TurnRequest request)
    {
        if (!hosts.Any(host => host.Matches(link)) || link.UserInfo.Length > 0)
        {
            // The rest of a link opens the file to whoever has it.
            FilesLog.HostNotAllowed(logger, link.IdnHost);
            return new SentFile.HostNotAllowed();
        }
        switch (await DownloadAsync(link))
        {
            case Download.Whole whole:
                return new SentFile.Kept(await intake.KeepAsync(request, whole.Content, CancellationToken.None));
            case Download.TooLarge:
                return new SentFile.TooLarge(most);
            default:
                return new SentFile.DownloadFailed();
        }
    }

    public void Dispose()
    {
        if (http.IsValueCreated)
            http.Value.Dispose();
        places.Dispose();
    }

    private async ValueTask<Download> DownloadAsync(Uri link)
    {
        using var limit = new CancellationTokenSource(options.Value.Within, time);
        bool hasPlace = false;
        try
        {
            await places.WaitAsync(limit.Token);
            hasPlace = true;
            using HttpResponseMessage answer = await http.Value.GetAsync(link, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            if (answer.StatusCode is not HttpStatusCode.OK)
            {
                FilesLog.Refused(logger, link.IdnHost, (int)answer.StatusCode);
                return new Download.Failed();
            }
            return answer.Content.Headers.ContentLength > most ? new Download.TooLarge() : await ReadAsync(answer.Content, limit.Token);
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or OperationCanceledException)
        {
            FilesLog.Failed(logger, link.IdnHost, failure);
            return new Download.Failed();
        }
        finally
        {
            if (hasPlace)
                places.Release();
        }
    }

    /// <summary>Counts for itself: what a host says of a file's length may be left out, or wrong.</summary>
    private async ValueTask<Download> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        await using Stream from = await content.ReadAsStreamAsync(cancellationToken);
        using var whole = new MemoryStream();
        byte[] piece = new byte[32 * 1024];
        while (await from.ReadAsync(piece, cancellationToken) is var read and > 0)
        {
            if (whole.Length + read > most)
                return new Download.TooLarge();
            whole.Write(piece, 0, read);
        }
        return new Download.Whole(whole.ToArray());
    }

    private abstract record Download
    {
        private Download() { }

        public sealed record Whole(ReadOnlyMemory<byte> Content) : Download;

        public sealed record TooLarge : Download;

        public sealed record Failed : Download;
    }
}

using System.Net;
using AgaBot.Dialogs.Inputs;
using AgaBot.Turns.Persistence;
using AgaBot.Turns.Requests;
using Microsoft.Extensions.Options;

namespace AgaBot.Channels.Files;

/// <summary>
/// Downloads files that a channel delivers as links (docs/decisions/0029). Anybody who can talk to the bot can choose the link. The bot
/// therefore only calls hosts that the settings allow, sends no credentials, and limits the size and the time of a download.
/// </summary>
internal sealed class FileFetcher(FileIntake intake, IOptions<FetchOptions> options, TimeProvider time, ILogger<FileFetcher> logger)
    : IDisposable
{
    /// <summary>
    /// Maximum number of concurrent downloads, each of which is held in memory. Further downloads wait, within the same time limit.
    /// </summary>
    private const int MaxConcurrent = 8;

    private readonly int maxBytes = options.Value.MaxBytes;
    private readonly FileHost[] hosts = [.. options.Value.AllowedHosts.Select(FileHost.Read).OfType<FileHost>()];
    private readonly SemaphoreSlim slots = new(MaxConcurrent);
    private readonly Lazy<HttpClient> http = new(FileHttp.Create);

    /// <param name="request">The request that contains the link.</param>
    /// <exception cref="StoreUnavailableException">The file cannot be stored.</exception>
    public async ValueTask<SentFile> FetchAsync(Uri link, TurnRequest request)
    {
        if (!hosts.Any(host => host.Matches(link)) || link.UserInfo.Length > 0)
        {
            // Logs only the host, because the whole link gives access to the file.
            FilesLog.HostNotAllowed(logger, link.IdnHost);
            return new SentFile.HostNotAllowed();
        }
        switch (await DownloadAsync(link))
        {
            case Download.Whole whole:
                return new SentFile.Kept(await intake.KeepAsync(request, whole.Content, CancellationToken.None));
            case Download.TooLarge:
                return new SentFile.TooLarge(maxBytes);
            default:
                return new SentFile.DownloadFailed();
        }
    }

    public void Dispose()
    {
        if (http.IsValueCreated)
            http.Value.Dispose();
        slots.Dispose();
    }

    private async ValueTask<Download> DownloadAsync(Uri link)
    {
        using var limit = new CancellationTokenSource(options.Value.Within, time);
        bool hasSlot = false;
        try
        {
            await slots.WaitAsync(limit.Token);
            hasSlot = true;
            using HttpResponseMessage answer = await http.Value.GetAsync(link, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            if (answer.StatusCode is not HttpStatusCode.OK)
            {
                FilesLog.Refused(logger, link.IdnHost, (int)answer.StatusCode);
                return new Download.Failed();
            }
            return answer.Content.Headers.ContentLength > maxBytes ? new Download.TooLarge() : await ReadAsync(answer.Content, limit.Token);
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or OperationCanceledException)
        {
            FilesLog.Failed(logger, link.IdnHost, failure);
            return new Download.Failed();
        }
        finally
        {
            if (hasSlot)
                slots.Release();
        }
    }

    /// <summary>Counts the bytes itself, because Content-Length can be missing or wrong.</summary>
    private async ValueTask<Download> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        await using Stream from = await content.ReadAsStreamAsync(cancellationToken);
        using var whole = new MemoryStream();
        byte[] piece = new byte[32 * 1024];
        while (await from.ReadAsync(piece, cancellationToken) is var read and > 0)
        {
            if (whole.Length + read > maxBytes)
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

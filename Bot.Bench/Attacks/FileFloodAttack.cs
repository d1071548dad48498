using System.Net;

namespace AgaBot.Bench.Attacks;

/// <summary>One address fills the disk with files that nobody can open.</summary>
internal sealed class FileFloodAttack(Uri bot, IPAddress address) : PageAttack(bot, address)
{
    private static readonly byte[] File = Noise();

    public override string Name => "files";

    protected override async Task<HttpStatusCode> AttackAsync(Page page, CancellationToken cancellationToken)
    {
        HttpStatusCode sent = await page.UploadAsync(File, cancellationToken);
        if (sent == HttpStatusCode.TooManyRequests)
            await page.OpenAsync(cancellationToken);
        return sent;
    }

    private static byte[] Noise()
    {
        byte[] noise = new byte[3 * 1024 * 1024];
        new Random(1).NextBytes(noise);
        return noise;
    }
}

using System.Net;

namespace AgaBot.Bench.Attacks;

/// <summary>One address asks for everything that can be downloaded, with a token of its own.</summary>
internal sealed class DownloadsAttack(Uri bot, IPAddress address) : PageAttack(bot, address)
{
    private static readonly string[] Paths =
    [
        "/mis-fichas/datos",
        "/mis-datos/archivo",
        "/mis-fichas/word/1",
        "/ficha-en-blanco.docx",
        "/",
    ];

    private int asked;

    public override string Name => "downloads";

    protected override Task<HttpStatusCode> AttackAsync(Page page, CancellationToken cancellationToken) =>
        page.GetAsync(Paths[Interlocked.Increment(ref asked) % Paths.Length], cancellationToken);
}

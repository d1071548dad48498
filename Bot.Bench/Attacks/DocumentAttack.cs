using System.Net;

namespace AgaBot.Bench.Attacks;

/// <summary>Strangers upload Word files that are expensive to read, from one address each.</summary>
internal sealed class DocumentAttack(Uri bot, string name, byte[] document, params IPAddress[] addresses) : PageAttack(bot, addresses)
{
    public override string Name => name;

    protected override int Attackers => 8;

    protected override Task<HttpStatusCode> AttackAsync(Page page, CancellationToken cancellationToken) =>
        page.UploadAsync(document, cancellationToken);
}

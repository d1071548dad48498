using System.Net;

namespace AgaBot.Bench.Attacks;

/// <summary>One address writes as much text as it can, in a new conversation whenever the old one is limited.</summary>
internal sealed class FloodAttack(Uri bot, IPAddress address) : PageAttack(bot, address)
{
    private static readonly string Long = string.Concat(Enumerable.Repeat("palabra ", 24_000));

    public override string Name => "flood";

    protected override async Task<HttpStatusCode> AttackAsync(Page page, CancellationToken cancellationToken)
    {
        HttpStatusCode said = await page.SayAsync(Long, cancellationToken);
        if (said == HttpStatusCode.TooManyRequests)
            await page.OpenAsync(cancellationToken);
        return said;
    }
}

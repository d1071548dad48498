using System.Net;

namespace AgaBot.Bench.Attacks;

/// <summary>A new address for each visit: no limit of one address is reached.</summary>
internal sealed class ManyAddressesAttack(Uri bot) : Attack(bot)
{
    private int visits;

    public override string Name => "addresses";

    protected override async Task<HttpStatusCode> AttackAsync(int attacker, CancellationToken cancellationToken)
    {
        int visit = Interlocked.Increment(ref visits);
        // 127.64.0.0 to 127.127.255.255
        using var page = new Page(Bot, new IPAddress([127, (byte)(64 + ((visit >> 16) & 63)), (byte)(visit >> 8), (byte)visit]));
        HttpStatusCode opened = await page.OpenAsync(cancellationToken);
        return Count(page.ConversationId is null ? opened : await page.SayAsync("hola", cancellationToken));
    }
}

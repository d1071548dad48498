using System.Net;

namespace AgaBot.Bench.Attacks;

/// <summary>An attack of people on the page, who have the same address or one each.</summary>
internal abstract class PageAttack : Attack, IDisposable
{
    private readonly Page[] pages;

    /// <param name="addresses">One address for all attackers, or one for each.</param>
    protected PageAttack(Uri bot, params IPAddress[] addresses)
        : base(bot) =>
        pages = [.. Enumerable.Range(0, Attackers).Select(attacker => new Page(bot, addresses[attacker % addresses.Length]))];

    public void Dispose()
    {
        foreach (Page page in pages)
            page.Dispose();
    }

    /// <summary>One request of a person with an open conversation.</summary>
    protected abstract Task<HttpStatusCode> AttackAsync(Page page, CancellationToken cancellationToken);

    protected override async Task<HttpStatusCode> AttackAsync(int attacker, CancellationToken cancellationToken)
    {
        Page page = pages[attacker];
        if (page.ConversationId is null)
        {
            HttpStatusCode opened = await page.OpenAsync(cancellationToken);
            if (page.ConversationId is null)
                return Count(opened);
        }
        return Count(await AttackAsync(page, cancellationToken));
    }
}

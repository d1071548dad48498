using System.Net;

namespace AgaBot.Bench.Attacks;

/// <summary>Somebody without a token asks for a conversation whose id is known, to use up its limits.</summary>
internal sealed class ForeignConversationAttack(Uri bot, Page victim, IPAddress address) : Attack(bot), IDisposable
{
    private readonly Page stranger = new(bot, address);

    public override string Name => "foreign";

    public void Dispose() => stranger.Dispose();

    protected override async Task<HttpStatusCode> AttackAsync(int attacker, CancellationToken cancellationToken) =>
        Count(await stranger.GetAsync($"/directline/conversations/{victim.ConversationId}/activities", cancellationToken));
}

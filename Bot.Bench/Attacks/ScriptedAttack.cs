using System.Collections.Concurrent;
using System.Net;

namespace AgaBot.Bench.Attacks;

/// <summary>One visitor after the other says the same few sentences, each in a new conversation.</summary>
internal sealed class ScriptedAttack(Uri bot, string name, IPAddress address, params string[] talk) : PageAttack(bot, address)
{
    private readonly ConcurrentDictionary<Page, int> said = new();

    public override string Name => name;

    /// <summary>Opens a mesa of five hundred people who are not there.</summary>
    public static ScriptedAttack Mesas(Uri bot, IPAddress address) =>
        new(bot, "mesas", address, "mesa", "sí", "sociedad civil 250 mujeres 250 hombres");

    /// <summary>Supports one proposal as somebody who is not there.</summary>
    public static ScriptedAttack Supports(Uri bot, IPAddress address, string receipt) =>
        new(bot, "supports", address, $"apoyar {receipt}", "sí", "Nadie Nunca", "Municipalidad de Nadie", "Municipios", "hombre");

    protected override async Task<HttpStatusCode> AttackAsync(Page page, CancellationToken cancellationToken)
    {
        int next = said.GetValueOrDefault(page);
        if (next == talk.Length)
        {
            HttpStatusCode opened = await page.OpenAsync(cancellationToken);
            if (page.ConversationId is null)
                return opened;
            next = 0;
        }
        HttpStatusCode answered = await page.SayAsync(talk[next], cancellationToken);
        said[page] = next + 1;
        return answered;
    }
}

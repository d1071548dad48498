using System.Globalization;
using System.Net;

namespace AgaBot.Bench.Attacks;

/// <summary>Strangers guess codes of every kind, five in each conversation.</summary>
internal sealed class CodesAttack(Uri bot, string name, IPAddress address) : PageAttack(bot, address)
{
    private static readonly string[] Commands = ["coordinador", "vincular", "asiento"];

    private int tries;

    public override string Name => name;

    protected override async Task<HttpStatusCode> AttackAsync(Page page, CancellationToken cancellationToken)
    {
        int number = Interlocked.Increment(ref tries);
        if (number % 5 == 0)
            await page.OpenAsync(cancellationToken);
        string command = Commands[number % Commands.Length];
        return await page.SayAsync(string.Create(CultureInfo.InvariantCulture, $"{command} ABCD{number:D4}"), cancellationToken);
    }
}

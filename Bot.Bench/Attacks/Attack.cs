using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace AgaBot.Bench.Attacks;

/// <summary>One kind of attack, which goes on until it is cancelled.</summary>
/// <param name="bot">The root address of the bot.</param>
internal abstract class Attack(Uri bot)
{
    private static readonly TimeSpan AfterRefusal = TimeSpan.FromMilliseconds(20);

    private readonly ConcurrentDictionary<string, int> outcomes = new(StringComparer.Ordinal);

    /// <summary>The name on the command line and in the result.</summary>
    public abstract string Name { get; }

    /// <summary>How often each status was answered, and how often the connection broke.</summary>
    public IEnumerable<KeyValuePair<string, int>> Outcomes => outcomes.OrderBy(outcome => outcome.Key, StringComparer.Ordinal);

    protected Uri Bot => bot;

    /// <summary>Number of loops that attack at once.</summary>
    protected virtual int Attackers => 4;

    public Task RunAsync(CancellationToken cancellationToken) =>
        Task.WhenAll(
            Enumerable.Range(0, Attackers).Select(number => Task.Run(() => LoopAsync(number, cancellationToken), CancellationToken.None))
        );

    /// <summary>One round of one attacker.</summary>
    /// <returns>The status of the last answer.</returns>
    protected abstract Task<HttpStatusCode> AttackAsync(int attacker, CancellationToken cancellationToken);

    protected HttpStatusCode Count(HttpStatusCode status)
    {
        Count(((int)status).ToString(CultureInfo.InvariantCulture));
        return status;
    }

    private void Count(string outcome) => outcomes.AddOrUpdate(outcome, 1, static (_, count) => count + 1);

    private async Task LoopAsync(int attacker, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                // The load generator shares the processors of the bot: attackers who are refused do not spin.
                if (
                    await AttackAsync(attacker, cancellationToken)
                    is HttpStatusCode.TooManyRequests
                        or >= HttpStatusCode.InternalServerError
                )
                    await Task.Delay(AfterRefusal, cancellationToken);
            }
            catch (Exception fault) when (fault is HttpRequestException or IOException or SocketException)
            {
                Count("broken");
                await Task.Delay(AfterRefusal, CancellationToken.None);
            }
            catch (OperationCanceledException)
            {
                Count(cancellationToken.IsCancellationRequested ? "cut off at the end" : "no answer");
            }
        }
    }
}

using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using AgaBot.Bench.Fuzz;
using AgaBot.Bench.Processes;

namespace AgaBot.Bench.Attacks;

/// <summary>The attackers, and the people who fill fichas meanwhile.</summary>
internal sealed class AttackRun(AttackOptions options, ChildServer bot, Uri root) : IDisposable
{
    /// <summary><c>MemoryMax</c> of <c>deploy/agabot.service</c>, in bytes.</summary>
    private const long MostMemory = 1L << 30;

    private readonly MemoryWatch memory = new(bot);
    private readonly CancellationTokenSource end = new();
    private double quietP99;
    private TimeSpan cpu;
    private TimeSpan took;

    public ImmutableArray<HonestPerson> People { get; private set; } = [];

    public ImmutableArray<Attack> Attacks { get; private set; } = [];

    /// <summary>The people come and fill a ficha each before anybody attacks.</summary>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        await bot.ListensAsync(cancellationToken);
        // Four people behind each address.
        People =
        [
            .. Enumerable
                .Range(0, options.People)
                .Select(number => new HonestPerson(new Page(root, new IPAddress([127, 0, 1, (byte)(1 + (number / 4 % 250))])))),
        ];
        foreach (HonestPerson person in People)
            await person.Page.OpenAsync(cancellationToken);
        using var already = new CancellationTokenSource();
        await already.CancelAsync();
        await Task.WhenAll(People.Select(person => person.TalkAsync(already.Token, cancellationToken)));
        quietP99 = Waits().Quantile(0.99);
        foreach (HonestPerson person in People)
            person.Forget();
        Attacks = [.. Everything().Where(attack => options.Only is null || attack.Name == options.Only)];
    }

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        TimeSpan before = bot.CpuTime();
        long started = Stopwatch.GetTimestamp();
        end.CancelAfter(options.Length);
        Task talking = Task.WhenAll(
            People.Select(person => Task.Run(() => person.TalkAsync(end.Token, cancellationToken), cancellationToken))
        );
        await Task.WhenAll([
            .. Attacks.Select(attack => attack.RunAsync(end.Token)),
            talking,
            memory.WatchAsync(talking, () => Stopwatch.GetElapsedTime(started) / options.Length, cancellationToken),
        ]);
        (took, cpu) = (Stopwatch.GetElapsedTime(started), bot.CpuTime() - before);
    }

    public IEnumerable<string> Report()
    {
        foreach (Attack attack in Attacks)
            yield return $"{attack.Name}: "
                + string.Join(", ", attack.Outcomes.Select(static outcome => Text($"{outcome.Key} {outcome.Value} times")));
        double[] waits = Waits();
        yield return Text($"{took.TotalSeconds:F0} s, {People.Length} people, {People.Sum(static person => person.Receipts.Count)} fichas")
            + Text($", {waits.Length} turns: p50 {waits.Quantile(0.5):F0} ms, p99 {waits.Quantile(0.99):F0} ms")
            + Text($", longest {waits[^1]:F0} ms; p99 before the attacks {quietP99:F0} ms");
        yield return $"memory in MB, from start to end: {string.Join(' ', memory.Highest.Select(static bytes => bytes >> 20))}";
        yield return Text($"processor time {cpu.TotalSeconds:F0} s, peak memory {bot.PeakMemory() >> 20} MB");
    }

    public IEnumerable<string> Faults()
    {
        if (bot.HasExited)
        {
            yield return $"The bot has ended. {bot.Complaints}";
            yield break;
        }
        foreach (string refusal in People.SelectMany(static person => person.Refusals))
            yield return refusal;
        foreach (string error in bot.Errors)
            yield return $"logged: {error}";
        double p99 = Waits().Quantile(0.99);
        if (p99 > options.Limit.TotalMilliseconds)
            yield return Text($"One turn in a hundred took longer than {p99:F0} ms.");
        if (bot.PeakMemory() > MostMemory)
            yield return $"The bot took {bot.PeakMemory() >> 20} MB of memory.";
    }

    public void Dispose()
    {
        foreach (IDisposable attack in Attacks.OfType<IDisposable>())
            attack.Dispose();
        foreach (HonestPerson person in People)
            person.Dispose();
        end.Dispose();
    }

    private IEnumerable<Attack> Everything()
    {
        int networks = 0;
        yield return new DocumentAttack(root, "periodic", HostileDocuments.Periodic, Addresses(8));
        yield return new DocumentAttack(root, "directions", HostileDocuments.Directions, Addresses(8));
        yield return new DocumentAttack(root, "paragraphs", HostileDocuments.EmptyParagraphs, Addresses(8));
        yield return new HalfUploadAttack(root, Addresses(1)[0]);
        yield return new FloodAttack(root, Addresses(1)[0]);
        yield return new FileFloodAttack(root, Addresses(1)[0]);
        yield return ScriptedAttack.Mesas(root, Addresses(1)[0]);
        yield return ScriptedAttack.Supports(root, Addresses(1)[0], People[0].Receipts[0]);
        yield return new CodesAttack(root, "codes", Addresses(1)[0]);
        yield return new CodesAttack(root, "codes in the hall", People[^1].Page.Address);
        yield return new DownloadsAttack(root, Addresses(1)[0]);
        yield return new ManyAddressesAttack(root);
        yield return new ForeignConversationAttack(root, People[0].Page, Addresses(1)[0]);

        IPAddress[] Addresses(int count)
        {
            networks++;
            return [.. Enumerable.Range(1, count).Select(host => new IPAddress([127, 6, (byte)networks, (byte)host]))];
        }
    }

    private double[] Waits() => [.. People.SelectMany(static person => person.Milliseconds).Order()];

    private static string Text(FormattableString line) => line.ToString(CultureInfo.InvariantCulture);
}

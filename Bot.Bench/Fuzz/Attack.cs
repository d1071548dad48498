using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using AgaBot.Bench.Processes;

namespace AgaBot.Bench.Fuzz;

/// <summary>
/// Sends the activities of a run, several at once. The activities of one person follow each other, so that the same seed leads the same
/// people through the same states.
/// </summary>
internal sealed class Attack(FuzzOptions options, ChildServer bot, string serviceUrl) : IDisposable
{
    private const int Senders = 8;
    private const int PeopleOfOne = 25;

    private static readonly MediaTypeHeaderValue Json = new("application/json", "utf-8");
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly HttpClient http = new(new SocketsHttpHandler { UseProxy = false, UseCookies = false }) { Timeout = Patience };
    private readonly AnyActivity any = new(serviceUrl);
    private readonly ConcurrentDictionary<HttpStatusCode, int> statuses = new();
    private readonly ConcurrentQueue<Finding> findings = new();
    private readonly Lock gate = new();
    private double longest;
    private int sent;

    public IEnumerable<KeyValuePair<HttpStatusCode, int>> Statuses => statuses.OrderBy(status => status.Key);

    public IReadOnlyCollection<Finding> Findings => findings;

    public int Sent => Volatile.Read(ref sent);

    public TimeSpan Longest => TimeSpan.FromMilliseconds(longest);

    public Task RunAsync(CancellationToken cancellationToken) =>
        Task.WhenAll(
            Enumerable.Range(0, Senders).Select(sender => Task.Run(() => SendAsync(sender, cancellationToken), cancellationToken))
        );

    public void Dispose() => http.Dispose();

    private async Task SendAsync(int sender, CancellationToken cancellationToken)
    {
        Person[] people = [.. Enumerable.Range(sender * PeopleOfOne, PeopleOfOne).Select(number => new Person(number))];
        for (int number = sender; number < options.Activities; number += Senders)
        {
            var random = new Random(unchecked((options.Seed * 1_000_003) + number));
            Person person = people[random.Next(people.Length)];
            await SendAsync(number, person, any.For(person, random), cancellationToken);
            Interlocked.Increment(ref sent);
        }
    }

    private async Task SendAsync(int number, Person person, byte[] activity, CancellationToken cancellationToken)
    {
        using var content = new ByteArrayContent(activity) { Headers = { ContentType = Json } };
        long started = Stopwatch.GetTimestamp();
        try
        {
            using HttpResponseMessage answer = await http.PostAsync(bot.Messages, content, cancellationToken);
            byte[] body = await answer.Content.ReadAsByteArrayAsync(cancellationToken);
            Judge(number, activity, answer.StatusCode, body, Stopwatch.GetElapsedTime(started));
            if (answer.IsSuccessStatusCode && body.Length > 0)
                person.See(body);
        }
        catch (HttpRequestException fault)
        {
            findings.Enqueue(new(number, $"no answer: {fault.Message}", activity));
        }
        catch (TaskCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            findings.Enqueue(new(number, $"no answer within {Patience.TotalSeconds} s", activity));
        }
    }

    private void Judge(int number, byte[] activity, HttpStatusCode status, byte[] body, TimeSpan took)
    {
        statuses.AddOrUpdate(status, 1, static (_, count) => count + 1);
        lock (gate)
            longest = Math.Max(longest, took.TotalMilliseconds);
        // 501: the bot has no answer to an invoke.
        if (status >= HttpStatusCode.InternalServerError && status != HttpStatusCode.NotImplemented)
            findings.Enqueue(new(number, $"{(int)status} {Encoding.UTF8.GetString(body)}", activity));
        if (took > options.Limit)
            findings.Enqueue(new(number, $"took {took.TotalSeconds:F2} s", activity));
    }
}

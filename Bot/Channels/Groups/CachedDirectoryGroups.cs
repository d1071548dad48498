using System.Collections.Concurrent;
using AgaBot.Turns.Coordinators;
using AgaBot.Turns.Requests;
using Microsoft.Extensions.Options;

namespace AgaBot.Channels.Groups;

/// <summary>
/// Remembers for some minutes what Microsoft Graph says of each person. While it cannot be asked, the last answer holds for a while, and
/// after that nobody coordinates by a group; a turn waits for an answer no longer than it has to (docs/decisions/0029).
/// </summary>
internal sealed class CachedDirectoryGroups(
    Lazy<GraphClient> graph,
    IOptions<GroupOptions> options,
    TimeProvider time,
    ILogger<CachedDirectoryGroups> logger
) : IDirectoryGroups
{
    /// <summary>As many people as write from Teams within an hour; beyond it the oldest answers are asked for again.</summary>
    private const int MostRemembered = 20_000;

    /// <summary>After a failure nobody waits for the next one.</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<EntraId, Answer> answers = new();
    private readonly ConcurrentDictionary<EntraId, Lazy<Task<Membership>>> asked = new();
    private long quietUntil;

    public async ValueTask<bool> CoordinatesAsync(EntraId person, CancellationToken cancellationToken)
    {
        answers.TryGetValue(person, out Answer? last);
        DateTimeOffset now = time.GetUtcNow();
        if (last is not null && now < last.At + options.Value.FreshFor)
            return last.IsMember;
        if (now.UtcTicks >= Interlocked.Read(ref quietUntil) && await AskAsync(person, cancellationToken) is Membership.Known known)
            return known.IsMember;
        if (last is not null && now < last.At + options.Value.GoodFor)
            return last.IsMember;
        GroupsLog.NoRole(logger);
        return false;
    }

    private async ValueTask<Membership> AskAsync(EntraId person, CancellationToken cancellationToken)
    {
        // Begun only once it is among those that are asked: else it could end before, and stay there for ever.
        Lazy<Task<Membership>> answer = asked.GetOrAdd(person, static (person, self) => new(() => self.LearnAsync(person)), this);
        try
        {
            return await answer.Value.WaitAsync(options.Value.Within, time, cancellationToken);
        }
        catch (TimeoutException)
        {
            // It goes on, and a later turn finds what came of it.
            BeQuiet();
            return new Membership.Unknown();
        }
    }

    private async Task<Membership> LearnAsync(EntraId person)
    {
        try
        {
            Membership answer = await graph.Value.AskAsync(person);
            if (answer is Membership.Known known)
                Remember(person, new(known.IsMember, time.GetUtcNow()));
            else
                BeQuiet();
            return answer;
        }
        finally
        {
            asked.TryRemove(person, out _);
        }
    }

    private void BeQuiet() => Interlocked.Exchange(ref quietUntil, (time.GetUtcNow() + Quiet).UtcTicks);

    private void Remember(EntraId person, Answer answer)
    {
        if (answers.Count >= MostRemembered)
        {
            foreach ((EntraId old, Answer said) in answers)
            {
                if (said.At + options.Value.GoodFor <= answer.At || answers.Count >= MostRemembered)
                    answers.TryRemove(old, out _);
            }
        }
        answers[person] = answer;
    }

    private sealed record Answer(bool IsMember, DateTimeOffset At);
}

using AgaBot.Plans;

namespace AgaBot.Turns.State;

/// <summary>
/// Lets one turn of a participant run at a time on this instance, so that messages are answered in order and do not conflict in the store.
/// ETags detect the writes of other instances.
/// </summary>
internal sealed class ParticipantLocks
{
    private const int Stripes = 1024;
    private readonly SemaphoreSlim[] locks = [.. Enumerable.Range(0, Stripes).Select(_ => new SemaphoreSlim(1, 1))];

    public async ValueTask<Held> EnterAsync(ParticipantId participant, CancellationToken cancellationToken)
    {
        SemaphoreSlim mine = locks[(uint)string.GetHashCode(participant.Value, StringComparison.Ordinal) % Stripes];
        await mine.WaitAsync(cancellationToken);
        return new Held(mine);
    }

    internal readonly struct Held(SemaphoreSlim held) : IDisposable
    {
        public void Dispose() => held.Release();
    }
}

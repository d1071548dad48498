using AgaBot.Turns.Persistence;

namespace AgaBot.Turns.Queues;

/// <summary>Does one kind of work. Done twice, it changes nothing the second time.</summary>
internal interface IWorker
{
    /// <summary>The <see cref="WorkItem.Kind"/> of what it does.</summary>
    string Kind { get; }

    /// <exception cref="StoreUnavailableException">It is tried again, however often that takes.</exception>
    /// <exception cref="Exception">Any other is our mistake: it is tried a few times again, and then set aside.</exception>
    ValueTask<WorkOutcome> DoAsync(string key, CancellationToken cancellationToken);
}

/// <summary>What came of a piece of work.</summary>
internal abstract record WorkOutcome
{
    private WorkOutcome() { }

    /// <summary>Also where there was nothing left to do.</summary>
    public sealed record Done : WorkOutcome;

    /// <summary>It is not time yet, and no failure.</summary>
    public sealed record Later(TimeSpan Delay) : WorkOutcome;
}

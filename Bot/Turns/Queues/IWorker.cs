using AgaBot.Turns.Persistence;

namespace AgaBot.Turns.Queues;

/// <summary>Does one kind of work. Idempotent.</summary>
internal interface IWorker
{
    /// <summary>The <see cref="WorkItem.Kind"/> that it does.</summary>
    string Kind { get; }

    /// <exception cref="StoreUnavailableException">The work is tried again without a limit.</exception>
    /// <exception cref="Exception">Any other is a fault of the program: after some tries, the work is set aside.</exception>
    ValueTask<WorkOutcome> DoAsync(string key, CancellationToken cancellationToken);
}

/// <summary>The outcome of a piece of work.</summary>
internal abstract record WorkOutcome
{
    private WorkOutcome() { }

    /// <summary>The work is done, or nothing was left to do.</summary>
    public sealed record Done : WorkOutcome;

    /// <summary>It is too early to do the work. This is not a failure.</summary>
    public sealed record Later(TimeSpan Delay) : WorkOutcome;
}

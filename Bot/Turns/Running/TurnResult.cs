namespace AgaBot.Turns.Running;

/// <summary>The outcome of a turn.</summary>
public abstract record TurnResult
{
    private TurnResult() { }

    /// <summary>The outcome's name in logs and metrics.</summary>
    public abstract string Name { get; }

    /// <summary>
    /// Completes when the replies were sent or must wait for the next turn; never fails. Nothing is lost where the caller does not wait.
    /// </summary>
    public virtual Task Sending => Task.CompletedTask;

    /// <summary>The turn is committed: its effect and its replies survive a crash.</summary>
    public sealed record Committed(Task Replies) : TurnResult
    {
        public override string Name => "committed";

        public override Task Sending => Replies;
    }

    /// <summary>The activity was taken before: its replies are sent again, and nothing changed.</summary>
    public sealed record Redelivered(Task Replies) : TurnResult
    {
        public override string Name => "redelivered";

        public override Task Sending => Replies;
    }

    /// <summary>A fault of the program: nothing changed, and the person is told so.</summary>
    public sealed record Broke(Task Apology) : TurnResult
    {
        public override string Name => "broke";

        public override Task Sending => Apology;
    }

    /// <summary>The store is unavailable or contended: nothing was kept, and the sender may try again.</summary>
    public sealed record Unavailable : TurnResult
    {
        public override string Name => "unavailable";
    }
}

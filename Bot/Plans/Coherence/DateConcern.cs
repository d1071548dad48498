namespace AgaBot.Plans.Coherence;

/// <summary>Something about the dates of an action that its person may not have meant. It is pointed out, and never stops anything.</summary>
/// <param name="Row">The action's number in its table, from 1.</param>
public abstract record DateConcern(int Row)
{
    private DateConcern()
        : this(0) { }

    /// <summary>Its last day is before its first.</summary>
    public sealed record EndsBeforeStart(int Row) : DateConcern(Row);

    /// <summary>One of its dates has no day in common with the plan's period.</summary>
    /// <param name="Words">That date, as it was written.</param>
    public sealed record OutsidePlan(int Row, string Words) : DateConcern(Row);

    /// <summary>It is done only after the day by which the whole should be fulfilled.</summary>
    /// <param name="Words">When it is done, as it was written.</param>
    public sealed record AfterFulfilment(int Row, string Words) : DateConcern(Row);
}

namespace AgaBot.Plans.Coherence;

/// <summary>Dates of an action that the person may not have meant. The bot points them out and accepts them.</summary>
/// <param name="Row">The number of the action in its table, from 1.</param>
public abstract record DateConcern(int Row)
{
    private DateConcern()
        : this(0) { }

    /// <summary>The last day precedes the first.</summary>
    public sealed record EndsBeforeStart(int Row) : DateConcern(Row);

    /// <summary>One of the dates has no day in the plan's period.</summary>
    /// <param name="Words">The date as written.</param>
    public sealed record OutsidePlan(int Row, string Words) : DateConcern(Row);

    /// <summary>The action ends after the fulfilment date of the ficha.</summary>
    /// <param name="Words">The end of the action as written.</param>
    public sealed record AfterFulfilment(int Row, string Words) : DateConcern(Row);
}

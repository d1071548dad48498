namespace AgaBot.Plans.Coherence;

/// <summary>Dates of an action that the person may not have meant. The bot points them out and accepts them.</summary>
/// <param name="Row">The number of the action in its table, from 1.</param>
public abstract record DateConcern(int Row)
{
    private DateConcern()
        : this(0) { }

    /// <summary>Identifies the dates of the concern. The key does not change if the row is renumbered or reworded.</summary>
    /// <param name="start">The start of the action as written.</param>
    /// <param name="end">The end of the action as written.</param>
    internal abstract string DatesKey(string start, string end);

    /// <summary>The last day precedes the first.</summary>
    public sealed record EndsBeforeStart(int Row) : DateConcern(Row)
    {
        internal override string DatesKey(string start, string end) => $"order\t{start}\t{end}";
    }

    /// <summary>One of the dates has no day in the plan's period.</summary>
    /// <param name="Words">The date as written.</param>
    public sealed record OutsidePlan(int Row, string Words) : DateConcern(Row)
    {
        internal override string DatesKey(string start, string end) => $"plan\t{Words}";
    }

    /// <summary>The action ends after the fulfilment date of the ficha.</summary>
    /// <param name="Words">The end of the action as written.</param>
    public sealed record AfterFulfilment(int Row, string Words) : DateConcern(Row)
    {
        internal override string DatesKey(string start, string end) => $"fulfilment\t{Words}";
    }
}

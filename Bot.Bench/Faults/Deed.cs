namespace AgaBot.Bench.Faults;

/// <summary>One thing that a person does, by typing or by a button of the last card.</summary>
/// <param name="Words">What the person types; null where one message cannot do it: then <see cref="Otherwise"/> does it.</param>
/// <param name="Action">The button's <c>agabot</c>; null where no button does it.</param>
/// <param name="Kept">Records what the bot has promised once it answered with 2xx.</param>
internal sealed record Deed(string? Words, string? Action, Action Kept)
{
    /// <summary>Card inputs to fill, by question id.</summary>
    public (string Question, string Value)[] Filled { get; init; } = [];

    /// <summary>The typed messages where no card arrived: a message to the person may be lost.</summary>
    public Deed[] Otherwise { get; init; } = [];

    /// <summary>The question that the button edits; null for other buttons.</summary>
    public int? Number { get; init; }
}

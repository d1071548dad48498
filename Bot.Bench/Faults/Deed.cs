namespace AgaBot.Bench.Faults;

/// <summary>One thing that a person does: by typing, or by the button of a card that they have in hand.</summary>
/// <param name="Words">What is typed; null where only a card can do it at once, and <see cref="Otherwise"/> does it by typing.</param>
/// <param name="Action">The button's <c>agabot</c>; null where no button does it.</param>
/// <param name="Kept">What has to be true from the 2xx on.</param>
internal sealed record Deed(string? Words, string? Action, Action Kept)
{
    /// <summary>Inputs to fill, by question id.</summary>
    public (string Question, string Value)[] Filled { get; init; } = [];

    /// <summary>What is done where no card came: a message may be lost on its way to the person.</summary>
    public Deed[] Otherwise { get; init; } = [];

    /// <summary>Of a button that says which question it edits.</summary>
    public int? Number { get; init; }
}

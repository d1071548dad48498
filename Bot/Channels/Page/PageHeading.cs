namespace AgaBot.Channels.Page;

/// <summary>Whose page it is.</summary>
/// <param name="Plan">As said to people, e.g. "Plan AGA 2016 – 2017".</param>
/// <param name="Place">Whose plan it is.</param>
/// <param name="Responsible">Who answers for the data that people give.</param>
public sealed record PageHeading(string Plan, string Place, string Responsible);

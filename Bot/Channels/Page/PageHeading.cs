namespace AgaBot.Channels.Page;

/// <summary>The texts that name the plan on the page.</summary>
/// <param name="Plan">The name of the plan, e.g. "Plan AGA 2016 – 2017".</param>
/// <param name="Place">The municipality or region of the plan.</param>
/// <param name="Responsible">The organisation that is responsible for personal data.</param>
public sealed record PageHeading(string Plan, string Place, string Responsible);

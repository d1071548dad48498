using System.Collections.Immutable;
using AgaBot.Forms;
using AgaBot.Plans.Entities;

namespace AgaBot.Plans;

/// <summary>A participatory plan as its data file in <c>plans/</c> gives it.</summary>
/// <param name="Id">Also the file's name, e.g. <c>la-libertad-2016</c>.</param>
/// <param name="Name">As said to people, e.g. "Plan AGA 2016 – 2017".</param>
/// <param name="Place">Whose plan it is, e.g. "Gobierno Regional La Libertad".</param>
/// <param name="Starts">First day of the plan's period; <paramref name="Ends"/> is its last, both inclusive.</param>
/// <param name="Responsible">Who answers for the data that people give, as the consent names them.</param>
public sealed record Plan(
    string Id,
    string Name,
    string Place,
    DateOnly Starts,
    DateOnly Ends,
    string Responsible,
    ImmutableArray<Component> Components,
    ImmutableArray<OrganisationType> OrganisationTypes)
{
    public PlanPeriod Period { get; } = new(Starts, Ends);

    /// <summary>The entities that its fichas may name.</summary>
    public EntityDirectory Entities { get; init; } = EntityDirectory.Empty;

    public Component? FindComponent(string? id)
    {
        foreach (Component component in Components)
        {
            if (component.Id == id)
                return component;
        }
        return null;
    }
}

/// <summary>A componente: one of the themes that commitments are grouped by, in the plan's order.</summary>
/// <param name="Covers">One sentence on what it covers, for help.</param>
public sealed record Component(string Id, string Name, ImmutableArray<string> Aliases, string Covers)
{
    /// <summary>A commitment of a real plan that belongs to it; may be empty.</summary>
    public string Example { get; init; } = "";
}

/// <summary>A kind of organisation that participants are counted by.</summary>
public sealed record OrganisationType(string Id, string Name, string EnglishName, ImmutableArray<string> Aliases)
{
    /// <param name="language"><c>en</c> for the English name; the plan's own name in any other.</param>
    public string NameIn(string language) => language == "en" ? EnglishName : Name;
}

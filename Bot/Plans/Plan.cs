using System.Collections.Immutable;
using AgaBot.Forms.Dates;
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
    ImmutableArray<OrganisationType> OrganisationTypes
)
{
    public PlanPeriod Period { get; } = new(Starts, Ends);

    /// <summary>The entities that its fichas may name.</summary>
    public EntityDirectory Entities { get; init; } = EntityDirectory.Empty;

    /// <summary>Where somebody who is stuck finds a person; null where the file names none.</summary>
    public Contact? Contact { get; init; }

    /// <summary>What becomes of a proposal once it is in; null where the file does not say.</summary>
    public NextStep? Next { get; init; }

    public Glossary Glossary { get; init; } = Glossary.Empty;

    /// <summary>What a ficha asks after the eight questions of the paper form; none in most plans.</summary>
    public ImmutableArray<PlanQuestion> Questions { get; init; } = [];

    public PlanQuestion? FindQuestion(string id) => Questions.FirstOrDefault(question => question.Id == id);

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

    /// <summary>What a real ficha of this component answered, by question id; a question without an example is not there.</summary>
    public ImmutableSortedDictionary<string, PlanText> RealFicha { get; init; } = ImmutableSortedDictionary<string, PlanText>.Empty;
}

/// <summary>A kind of organisation that participants are counted by.</summary>
public sealed record OrganisationType(string Id, string Name, string EnglishName, ImmutableArray<string> Aliases)
{
    /// <param name="language"><c>en</c> for the English name; the plan's own name in any other.</param>
    public string NameIn(string language) => language == "en" ? EnglishName : Name;
}

/// <summary>Words of a plan in its own language and in English.</summary>
public sealed record PlanText(string Own, string English)
{
    /// <param name="language"><c>en</c> for English; the plan's own in any other.</param>
    public string In(string language) => language == "en" ? English : Own;
}

/// <summary>An office with people in it, as they are reached: a telephone, an address to write to or a door.</summary>
/// <param name="Ways">How, e.g. "(044) 60-4000", "mesa de partes"; may be empty where the office's name is enough to find it.</param>
public sealed record Contact(PlanText Office, ImmutableArray<PlanText> Ways);

/// <summary>Who looks at what was sent, and where it goes then.</summary>
/// <param name="Aporte">Null where nothing is said of aportes.</param>
/// <param name="WithinDays">Calendar days that looking at a ficha takes at most, 1 to 365; null where no term is promised.</param>
public sealed record NextStep(PlanText Ficha, PlanText? Aporte, int? WithinDays);

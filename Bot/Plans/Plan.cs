using System.Collections.Immutable;
using AgaBot.Forms.Dates;
using AgaBot.Plans.Entities;

namespace AgaBot.Plans;

/// <summary>A participatory plan, as defined by its data file in <c>plans/</c>.</summary>
/// <param name="Id">Also the file's name, e.g. <c>la-libertad-2016</c>.</param>
/// <param name="Name">As shown to people, e.g. "Plan AGA 2016 – 2017".</param>
/// <param name="Place">The owner of the plan, e.g. "Gobierno Regional La Libertad".</param>
/// <param name="Starts">First day of the plan's period; <paramref name="Ends"/> is its last, both inclusive.</param>
/// <param name="Responsible">The entity responsible for personal data, as named in the consent.</param>
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

    /// <summary>The entities that fichas may name.</summary>
    public EntityDirectory Entities { get; init; } = EntityDirectory.Empty;

    /// <summary>Where people get help from a person; null if the file names no contact.</summary>
    public Contact? Contact { get; init; }

    /// <summary>What happens to a submitted proposal; null if the file does not say.</summary>
    public NextStep? Next { get; init; }

    public Glossary Glossary { get; init; } = Glossary.Empty;

    /// <summary>Names of places of the plan, e.g. provinces and districts; may be empty.</summary>
    public ImmutableArray<string> Places { get; init; } = [];

    /// <summary>Questions of a ficha after the eight of the paper form; none in most plans.</summary>
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

/// <summary>A componente: one of the themes that group commitments, in the plan's order.</summary>
/// <param name="Covers">One sentence about its scope, for help.</param>
public sealed record Component(string Id, string Name, ImmutableArray<string> Aliases, string Covers)
{
    /// <summary>A commitment of a real plan under this component; may be empty.</summary>
    public string Example { get; init; } = "";

    /// <summary>The answers of a real ficha of this component, by question id; questions without an example are missing.</summary>
    public ImmutableSortedDictionary<string, PlanText> RealFicha { get; init; } = ImmutableSortedDictionary<string, PlanText>.Empty;
}

/// <summary>A kind of organisation by which participants are counted.</summary>
public sealed record OrganisationType(string Id, string Name, string EnglishName, ImmutableArray<string> Aliases)
{
    /// <param name="language"><c>en</c> for the English name; otherwise the plan's own name.</param>
    public string NameIn(string language) => language == "en" ? EnglishName : Name;
}

/// <summary>A text of a plan in its own language and in English.</summary>
public sealed record PlanText(string Own, string English)
{
    /// <param name="language"><c>en</c> for English; otherwise the plan's own language.</param>
    public string In(string language) => language == "en" ? English : Own;
}

/// <summary>An office and how to reach it.</summary>
/// <param name="Ways">E.g. "(044) 60-4000", "mesa de partes"; may be empty if the name of the office is enough.</param>
public sealed record Contact(PlanText Office, ImmutableArray<PlanText> Ways)
{
    /// <summary>E.g. "(044) 60-4000 anexo 1"; null if the file has none.</summary>
    public string? Telephone { get; init; }

    public PlanText? Address { get; init; }

    /// <summary>Opening hours, e.g. "lunes a viernes de 8:00 a 16:00".</summary>
    public PlanText? Hours { get; init; }
}

/// <summary>Who reviews a submitted proposal, and what happens then.</summary>
/// <param name="Aporte">Null if the file says nothing about aportes.</param>
/// <param name="WithinDays">Maximum calendar days for the review of a ficha, 1 to 365; null if no term is promised.</param>
public sealed record NextStep(PlanText Ficha, PlanText? Aporte, int? WithinDays);

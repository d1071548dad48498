using System.Collections.Immutable;
using AgaBot.Forms.Normalization;

namespace AgaBot.Plans.Files;

/// <summary>Parses a file of <c>plans/</c>. An error names the line.</summary>
public static class PlanFile
{
    /// <param name="fileName">For error messages; without extension it is the id of the plan.</param>
    /// <exception cref="PlanFileException">The file is not a valid plan.</exception>
    public static Plan Read(ReadOnlySpan<byte> utf8, string fileName)
    {
        var plan = new PlanObject(
            fileName,
            "a plan",
            PlanNodeReader.Read(utf8, fileName),
            "id",
            "name",
            "place",
            "responsible",
            "period",
            "components",
            "organisationTypes",
            "contact",
            "next",
            "glossary",
            "questions",
            "places"
        );
        (DateOnly starts, DateOnly ends) = ReadPeriod(fileName, plan);
        return new Plan(
            ReadId(fileName, plan),
            plan.Text("name"),
            plan.Text("place"),
            starts,
            ends,
            plan.Text("responsible"),
            ReadComponents(fileName, plan),
            ReadOrganisationTypes(fileName, plan)
        )
        {
            Contact = plan.Find("contact") is { } contact ? HelpFile.ReadContact(fileName, contact) : null,
            Next = plan.Find("next") is { } next ? HelpFile.ReadNext(fileName, next) : null,
            Glossary = plan.Find("glossary") is null ? Glossary.Empty : HelpFile.ReadGlossary(fileName, plan.Objects("glossary")),
            Questions = PlanQuestionReader.Read(fileName, plan),
            Places = plan.Find("places") is null ? [] : plan.Texts("places"),
        };
    }

    private static string ReadId(string file, PlanObject plan)
    {
        string id = plan.Id();
        return id == Path.GetFileNameWithoutExtension(file)
            ? id
            : throw plan.Fault(plan.Value("id"), $"the plan \"{id}\" belongs into a file of that name.");
    }

    private static (DateOnly Starts, DateOnly Ends) ReadPeriod(string file, PlanObject plan)
    {
        var period = new PlanObject(file, "a period", plan.Value("period"), "starts", "ends");
        DateOnly starts = period.Day("starts");
        DateOnly ends = period.Day("ends");
        return starts <= ends ? (starts, ends) : throw period.Fault(period.Value("ends"), "the period ends before it starts.");
    }

    private static ImmutableArray<Component> ReadComponents(string file, PlanObject plan)
    {
        var names = new NamesSeen();
        return
        [
            .. plan.Objects("components")
                .Select(node =>
                {
                    var component = new PlanObject(file, "a component", node, "id", "name", "aliases", "covers", "example", "ficha");
                    var read = new Component(component.Id(), component.Text("name"), component.Texts("aliases"), component.Text("covers"))
                    {
                        Example = component.OptionalText("example"),
                        RealFicha = component.Find("ficha") is { } ficha
                            ? HelpFile.ReadFicha(file, ficha)
                            : ImmutableSortedDictionary<string, PlanText>.Empty,
                    };
                    names.Add(component, node, read.Id, [read.Name, .. read.Aliases]);
                    return read;
                }),
        ];
    }

    private static ImmutableArray<OrganisationType> ReadOrganisationTypes(string file, PlanObject plan)
    {
        var names = new NamesSeen();
        return
        [
            .. plan.Objects("organisationTypes")
                .Select(node =>
                {
                    var type = new PlanObject(file, "an organisation type", node, "id", "name", "englishName", "aliases");
                    var read = new OrganisationType(type.Id(), type.Text("name"), type.Text("englishName"), type.Texts("aliases"));
                    names.Add(type, node, read.Id, [read.Name, read.EnglishName, .. read.Aliases]);
                    return read;
                }),
        ];
    }

    /// <summary>Finds names that two entries of a list share, since a person who types one would not know which entry is meant.</summary>
    private sealed class NamesSeen
    {
        private readonly HashSet<string> ids = new(StringComparer.Ordinal);
        private readonly Dictionary<string, string> owners = new(StringComparer.Ordinal);

        public void Add(PlanObject thing, PlanNode node, string id, ImmutableArray<string> names)
        {
            if (!ids.Add(id))
                throw thing.Fault(thing.Value("id"), $"the id \"{id}\" is here twice.");
            foreach (string name in names)
            {
                if (!owners.TryAdd(Folding.ToWords(name), id) && owners[Folding.ToWords(name)] != id)
                    throw thing.Fault(node, $"\"{name}\" means both {owners[Folding.ToWords(name)]} and {id}.");
            }
        }
    }
}

using System.Collections.Immutable;
using System.Text.RegularExpressions;
using AgaBot.Forms.Normalization;
using AgaBot.Plans.FormDefinitions;

namespace AgaBot.Plans.Files;

/// <summary>Parses the help of a plan file: contact, glossary, real answers, and what happens after submission.</summary>
internal static partial class HelpFile
{
    private const int LongestOffice = 120;
    private const int LongestWay = 80;
    private const int LongestAddress = 160;

    /// <summary>Maximum UTF-16 code units of an example, which is shown in one line with other words.</summary>
    private const int LongestAnswer = 200;

    private const int LongestNext = 200;

    private static readonly ImmutableArray<string> Answerable =
    [
        FichaForm.Propuesta,
        FichaForm.Problema,
        FichaForm.Objetivo,
        FichaForm.Responsable,
        FichaForm.Corresponsables,
        FichaForm.Acciones,
        FichaForm.Cumplimiento,
    ];

    public static Contact ReadContact(string file, PlanNode node)
    {
        var contact = new PlanObject(file, "a contact", node, "office", "ways", "telephone", "address", "hours", "note");
        // The note is for those who maintain the file; nobody else reads it.
        if (contact.Has("note"))
            _ = contact.Text("note");
        return new Contact(
            ReadText(file, contact.Value("office"), LongestOffice),
            contact.Find("ways") is null ? [] : [.. contact.Objects("ways").Select(way => ReadText(file, way, LongestWay))]
        )
        {
            Telephone = contact.Has("telephone") ? ReadTelephone(contact) : null,
            Address = contact.Find("address") is { } address ? ReadText(file, address, LongestAddress) : null,
            Hours = contact.Find("hours") is { } hours ? ReadText(file, hours, LongestWay) : null,
        };
    }

    /// <summary>Digits that may be grouped, and an extension: "(044) 60-4000 anexo 12".</summary>
    private static string ReadTelephone(PlanObject contact)
    {
        string telephone = contact.Text("telephone", LongestWay);
        return Telephone().IsMatch(telephone)
            ? telephone
            : throw contact.Fault(contact.Value("telephone"), $"\"{telephone}\" is no telephone number.");
    }

    [GeneratedRegex(@"^\+?[0-9()][0-9() -]{4,24}[0-9]( anexo [0-9]{1,6})?$", RegexOptions.CultureInvariant)]
    private static partial Regex Telephone();

    public static NextStep ReadNext(string file, PlanNode node)
    {
        var next = new PlanObject(file, "what comes next", node, "ficha", "aporte", "withinDays");
        return new NextStep(
            ReadText(file, next.Value("ficha"), LongestNext),
            next.Find("aporte") is { } aporte ? ReadText(file, aporte, LongestNext) : null,
            next.Find("withinDays") is null ? null : next.Number("withinDays", 1, 365)
        );
    }

    public static ImmutableSortedDictionary<string, PlanText> ReadFicha(string file, PlanNode node)
    {
        var ficha = new PlanObject(file, "a real ficha", node, Answerable);
        return ficha.Names.ToImmutableSortedDictionary(
            name => name,
            name => ReadText(file, ficha.Value(name), LongestAnswer),
            StringComparer.Ordinal
        );
    }

    public static Glossary ReadGlossary(string file, ImmutableArray<PlanNode> nodes)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return new Glossary([
            .. nodes.Select(node =>
            {
                var term = new PlanObject(file, "a word of the glossary", node, "terms", "englishTerms", "es", "en");
                var entry = new GlossaryEntry(
                    Terms(term, "terms"),
                    Terms(term, "englishTerms"),
                    new PlanText(term.Text("es", Glossary.LongestMeaning), term.Text("en", Glossary.LongestMeaning))
                );
                foreach (string name in entry.AllTerms.DistinctBy(Folding.ToWords))
                {
                    if (!seen.Add(Folding.ToWords(name)))
                        throw term.Fault(node, $"\"{name}\" is explained twice.");
                }
                return entry;
            }),
        ]);
    }

    private static ImmutableArray<string> Terms(PlanObject entry, string name) =>
        entry.Texts(name) is { IsEmpty: false } terms
            ? terms
            : throw entry.Fault(entry.Value(name), $"\"{name}\" is empty; a word of the glossary needs at least one.");

    private static PlanText ReadText(string file, PlanNode node, int most)
    {
        var text = new PlanObject(file, "a text", node, "es", "en");
        return new PlanText(text.Text("es", most), text.Text("en", most));
    }
}

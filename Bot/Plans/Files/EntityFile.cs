using System.Collections.Frozen;
using System.Collections.Immutable;
using AgaBot.Plans.Entities;

namespace AgaBot.Plans.Files;

/// <summary>Parses a file of <c>plans/entities/</c>. An error names the line.</summary>
public static class EntityFile
{
    /// <exception cref="PlanFileException">The file is not a valid directory of entities.</exception>
    public static EntityNames Read(ReadOnlySpan<byte> utf8, string fileName)
    {
        var directory = new PlanObject(
            fileName,
            "a directory of entities",
            PlanNodeReader.Read(utf8, fileName),
            "joining",
            "kinds",
            "entities"
        );
        ImmutableArray<string> joining = directory.Texts("joining");
        FrozenSet<string> small = joining.ToFrozenSet(StringComparer.Ordinal);
        var owners = new Dictionary<string, string>(StringComparer.Ordinal);
        return new EntityNames(
            [
                .. directory
                    .Objects("entities")
                    .Select(node =>
                    {
                        var entity = new PlanObject(fileName, "an entity", node, "name", "alsoKnownAs", "abbreviations");
                        var read = new Entity(
                            entity.Text("name"),
                            entity.OptionalTexts("alsoKnownAs"),
                            entity.OptionalTexts("abbreviations")
                        );
                        foreach (string name in (string[])[read.Name, .. read.AlsoKnownAs, .. read.Abbreviations])
                        {
                            string key = EntityDirectory.KeyOf(name, small);
                            if (!owners.TryAdd(key, read.Name))
                                throw entity.Fault(
                                    node,
                                    owners[key] == read.Name
                                        ? $"{read.Name} has \"{name}\" twice."
                                        : $"\"{name}\" means both {owners[key]} and {read.Name}."
                                );
                        }
                        return read;
                    }),
            ],
            joining,
            directory.Texts("kinds")
        );
    }
}

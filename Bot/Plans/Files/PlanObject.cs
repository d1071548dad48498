using System.Collections.Immutable;
using System.Globalization;

namespace AgaBot.Plans.Files;

/// <summary>An object of a plan file, read property by property. A missing or invalid property is an error.</summary>
internal sealed class PlanObject
{
    private readonly string file;
    private readonly string what;
    private readonly PlanNode.Object node;

    /// <param name="what">Name of the object in error messages.</param>
    /// <param name="known">The allowed properties. A property is required unless it is read as optional.</param>
    public PlanObject(string file, string what, PlanNode node, params ImmutableArray<string> known)
    {
        (this.file, this.what) = (file, what);
        this.node = node as PlanNode.Object ?? throw Fault(node, $"{what} has to be an object.");
        foreach (PlanNode.Property property in this.node.Properties)
        {
            if (!known.Contains(property.Name))
                throw Fault(property.Line, $"{what} has no property \"{property.Name}\"; it has {string.Join(", ", known)}.");
        }
    }

    public bool Has(string name) => node.Properties.Any(property => property.Name == name);

    /// <summary>Null if the property is missing.</summary>
    public PlanNode? Find(string name) => node.Properties.FirstOrDefault(property => property.Name == name)?.Value;

    public IEnumerable<string> Names => node.Properties.Select(static property => property.Name);

    public PlanNode Value(string name) => Find(name) ?? throw Fault(node, $"{what} needs the property \"{name}\".");

    /// <summary>A text that is not blank.</summary>
    public string Text(string name) => TextOf(name, Value(name));

    /// <summary>A text that is not blank, with a maximum length.</summary>
    /// <param name="most">UTF-16 code units.</param>
    public string Text(string name, int most) =>
        Text(name) is var text && text.Length <= most
            ? text
            : throw Fault(Value(name), $"\"{name}\" has {text.Length} characters; it may have {most}.");

    /// <summary>A whole number, written as text like every value of a plan file.</summary>
    public int Number(string name, int least, int most)
    {
        string text = Text(name);
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= least && number <= most
            ? number
            : throw Fault(Value(name), $"\"{text}\" is no number from {least} to {most}.");
    }

    /// <summary>
    /// Lower-case letters, digits and dashes, because an id is part of row keys. An id never changes once something was submitted.
    /// </summary>
    public string Id()
    {
        string id = Text("id");
        return
            id.Length <= 40 && id.All(character => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) || character == '-')
            ? id
            : throw Fault(Value("id"), $"\"{id}\" cannot be an id: lower-case letters a to z, digits and dashes can, up to 40.");
    }

    public DateOnly Day(string name)
    {
        string text = Text(name);
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day)
            ? day
            : throw Fault(Value(name), $"\"{text}\" is no day; write it like 2016-05-11.");
    }

    /// <summary>All properties, each a text.</summary>
    public ImmutableSortedDictionary<string, string> Texts() =>
        node.Properties.ToImmutableSortedDictionary(
            static property => property.Name,
            property => TextOf(property.Name, property.Value),
            StringComparer.Ordinal
        );

    public ImmutableArray<string> Texts(string name) => [.. Items(name).Select(item => TextOf(name, item))];

    /// <summary>The texts of an optional list.</summary>
    public ImmutableArray<string> OptionalTexts(string name) => Has(name) ? Texts(name) : [];

    /// <summary>An optional text; empty if it is missing.</summary>
    public string OptionalText(string name) => Has(name) ? Text(name) : "";

    /// <summary>The objects of a non-empty list.</summary>
    public ImmutableArray<PlanNode> Objects(string name)
    {
        ImmutableArray<PlanNode> items = Items(name);
        return items.IsEmpty ? throw Fault(Value(name), $"\"{name}\" is empty; {what} needs at least one.") : items;
    }

    public PlanFileException Fault(PlanNode at, string fault) => Fault(at.Line, fault);

    private ImmutableArray<PlanNode> Items(string name) =>
        (Value(name) as PlanNode.List ?? throw Fault(Value(name), $"\"{name}\" has to be a list.")).Items;

    private string TextOf(string name, PlanNode value)
    {
        if (value is not PlanNode.Text text)
            throw Fault(value, $"\"{name}\" has to be a text.");
        return string.IsNullOrWhiteSpace(text.Value) ? throw Fault(value, $"\"{name}\" is empty.") : text.Value;
    }

    private PlanFileException Fault(int line, string fault) => new(file, line, fault);
}

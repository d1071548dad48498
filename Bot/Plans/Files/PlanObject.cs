using System.Collections.Immutable;
using System.Globalization;

namespace AgaBot.Plans.Files;

/// <summary>An object of a plan file, read property by property; what is not there, or not as it should be, is a fault.</summary>
internal sealed class PlanObject
{
    private readonly string file;
    private readonly string what;
    private readonly PlanNode.Object node;

    /// <param name="what">What the object is, for sentences about it.</param>
    /// <param name="known">The properties that it can have; it must have each that is not read as optional.</param>
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

    /// <summary>Null where the property is not there.</summary>
    public PlanNode? Find(string name) => node.Properties.FirstOrDefault(property => property.Name == name)?.Value;

    public IEnumerable<string> Names => node.Properties.Select(static property => property.Name);

    public PlanNode Value(string name) => Find(name) ?? throw Fault(node, $"{what} needs the property \"{name}\".");

    /// <summary>A text with something in it.</summary>
    public string Text(string name) => TextOf(name, Value(name));

    /// <summary>The same, and short enough to be said before a choice.</summary>
    /// <param name="most">UTF-16 code units.</param>
    public string Text(string name, int most) =>
        Text(name) is var text && text.Length <= most
            ? text
            : throw Fault(Value(name), $"\"{name}\" has {text.Length} characters; it may have {most}.");

    /// <summary>A whole number, written as a text like everything in a plan.</summary>
    public int Number(string name, int least, int most)
    {
        string text = Text(name);
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= least && number <= most
            ? number
            : throw Fault(Value(name), $"\"{text}\" is no number from {least} to {most}.");
    }

    /// <summary>Lower-case letters, digits and dashes: it becomes part of keys, and is never changed once something was submitted.</summary>
    public string Id()
    {
        string id = Text("id");
        return
            id.Length <= 40 && id.All(character => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) || character == '-')
            ? id
            : throw Fault(Value("id"), $"\"{id}\" cannot be an id: lower-case letters a to z, digits and dashes can, up to 40.");
    }

    /// <summary>A day as <c>2016-05-11</c>.</summary>
    public DateOnly Day(string name)
    {
        string text = Text(name);
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day)
            ? day
            : throw Fault(Value(name), $"\"{text}\" is no day; write it like 2016-05-11.");
    }

    /// <summary>All its properties, each a text.</summary>
    public ImmutableSortedDictionary<string, string> Texts() =>
        node.Properties.ToImmutableSortedDictionary(
            static property => property.Name,
            property => TextOf(property.Name, property.Value),
            StringComparer.Ordinal
        );

    public ImmutableArray<string> Texts(string name) => [.. Items(name).Select(item => TextOf(name, item))];

    /// <summary>The texts of a list that may be missing.</summary>
    public ImmutableArray<string> OptionalTexts(string name) => Has(name) ? Texts(name) : [];

    /// <summary>A text that may be missing, and is empty then.</summary>
    public string OptionalText(string name) => Has(name) ? Text(name) : "";

    /// <summary>The objects of a list that is not empty.</summary>
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

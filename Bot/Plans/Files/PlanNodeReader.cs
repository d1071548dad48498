using System.Collections.Immutable;
using System.Text.Json;

namespace AgaBot.Plans.Files;

/// <summary>Parses JSON into nodes with line numbers.</summary>
internal ref struct PlanNodeReader
{
    private readonly ReadOnlySpan<byte> json;
    private readonly string file;
    private Utf8JsonReader reader;
    private int line = 1;
    private int counted;

    private PlanNodeReader(ReadOnlySpan<byte> json, string file)
    {
        this.json = json;
        this.file = file;
        reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = 16 });
    }

    /// <exception cref="PlanFileException">The text is not JSON, or an object has a property twice.</exception>
    public static PlanNode Read(ReadOnlySpan<byte> utf8, string file)
    {
        ReadOnlySpan<byte> mark = [0xEF, 0xBB, 0xBF];
        var nodes = new PlanNodeReader(utf8.StartsWith(mark) ? utf8[mark.Length..] : utf8, file);
        try
        {
            nodes.reader.Read();
            PlanNode root = nodes.ReadNode();
            nodes.reader.Read();
            return root;
        }
        catch (JsonException fault)
        {
            throw new PlanFileException(
                file,
                (int)(fault.LineNumber ?? 0) + 1,
                "this is not JSON: " + WithoutPosition(fault.Message),
                fault
            );
        }
        catch (InvalidOperationException fault)
        {
            throw new PlanFileException(file, nodes.Line(), "this text is not UTF-8 or ends in half a character.", fault);
        }
    }

    private PlanNode ReadNode() =>
        reader.TokenType switch
        {
            JsonTokenType.String => new PlanNode.Text(Line(), reader.GetString()!),
            JsonTokenType.StartArray => ReadList(),
            JsonTokenType.StartObject => ReadObject(),
            _ => new PlanNode.Other(Line()),
        };

    private PlanNode.List ReadList()
    {
        int begin = Line();
        var items = ImmutableArray.CreateBuilder<PlanNode>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            items.Add(ReadNode());
        return new PlanNode.List(begin, items.DrainToImmutable());
    }

    private PlanNode.Object ReadObject()
    {
        int begin = Line();
        var properties = ImmutableArray.CreateBuilder<PlanNode.Property>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            int nameLine = Line();
            string name = reader.GetString()!;
            if (properties.Any(property => property.Name == name))
                throw new PlanFileException(file, nameLine, $"\"{name}\" is here twice.");
            reader.Read();
            properties.Add(new PlanNode.Property(nameLine, name, ReadNode()));
        }

        return new PlanNode.Object(begin, properties.DrainToImmutable());
    }

    /// <summary>The line of the current token, counted on from the previous token.</summary>
    private int Line()
    {
        int at = (int)reader.TokenStartIndex;
        line += json[counted..at].Count((byte)'\n');
        counted = at;
        return line;
    }

    // The message of the reader ends with its own line number, counted from 0.
    private static string WithoutPosition(string message)
    {
        int position = message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return position < 0 ? message : message[..position];
    }
}

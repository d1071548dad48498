using System.Text.Json.Nodes;
using CsCheck;

namespace AgaBot.Tests.Cards.Generated;

/// <summary>Data of one shape with every type of JSON in it, and texts made to break out of a template.</summary>
internal static class AnyData
{
    private const int HundredKilobytes = 100 * 1024;

    /// <summary>Pieces that mean something to JSON, to the template language, to Markdown or to a screen.</summary>
    private static readonly Gen<string> Piece = Gen.OneOfConst(
        "a",
        "ñandú",
        " ",
        "\"",
        "'",
        "`",
        "\\",
        "\n",
        "\r\n",
        "\t",
        "{",
        "}",
        "${",
        "${name}",
        "$",
        "$root",
        "\\${x}",
        "\\u0022",
        "{\"a\":1}",
        "\u200f",
        "\u202eabc",
        "🙋🏽‍♀️",
        "…",
        "<b>",
        "&amp;",
        "null",
        "false",
        "0",
        "\u0001"
    );

    private static readonly Gen<string> ShortText = Piece.Array[0, 6].Select(string.Concat);

    private static readonly Gen<string> LongText = ShortText.Select(text =>
        string.Concat(Enumerable.Repeat(text + "largo", 1 + HundredKilobytes / (text.Length + 5)))
    );

    /// <summary>Numbers that JavaScript writes as they are read.</summary>
    private static readonly Gen<double> Number = Gen.Int[-4_000_000, 4_000_000].Select(quarters => quarters / 4.0);

    /// <summary>Short texts, and lists of none, one and a few.</summary>
    public static Gen<JsonObject> Usual { get; } = Scope(ShortText, Gen.Int[0, 3], depth: 2);

    /// <summary>A text of a hundred kilobytes.</summary>
    public static Gen<JsonObject> Long { get; } = Scope(LongText, Gen.Int[0, 1], depth: 1);

    /// <summary>A list of five hundred.</summary>
    public static Gen<JsonObject> Many { get; } = Scope(ShortText, Gen.Const(500), depth: 1);

    /// <summary>Each item has what the whole has, so that an expression can stand in any scope.</summary>
    private static Gen<JsonObject> Scope(Gen<string> text, Gen<int> length, int depth)
    {
        Gen<JsonObject[]> items =
            depth == 0
                ? Gen.Const(Array.Empty<JsonObject>())
                : length.SelectMany(count => Scope(ShortText, length, depth - 1).Array[count]);
        return Gen.Select(
            text,
            Number,
            Gen.Bool,
            ShortText.Array[0, 3],
            items,
            (name, n, yes, words, list) =>
                new JsonObject
                {
                    ["name"] = name,
                    ["n"] = n,
                    ["yes"] = yes,
                    ["nothing"] = null,
                    ["words"] = new JsonArray([.. words.Select(word => (JsonNode)word)]),
                    ["thing"] = new JsonObject
                    {
                        ["name"] = name,
                        ["n"] = n,
                        ["yes"] = !yes,
                        ["año"] = yes,
                        ["words"] = new JsonArray(name),
                        ["list"] = new JsonArray(),
                    },
                    ["list"] = new JsonArray([.. list.Select(item => (JsonNode)item)]),
                }
        );
    }
}

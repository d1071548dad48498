using System.Text.Json.Nodes;
using CsCheck;

namespace AgaBot.Tests.Cards.Generated;

/// <summary>Generates data of one shape with every JSON type, and texts that try to break out of a template.</summary>
internal static class AnyData
{
    private const int HundredKilobytes = 100 * 1024;

    /// <summary>Text fragments with a meaning in JSON, in the template language, in Markdown or on a screen.</summary>
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

    /// <summary>Numbers that JavaScript writes in the form in which it reads them.</summary>
    private static readonly Gen<double> Number = Gen.Int[-4_000_000, 4_000_000].Select(quarters => quarters / 4.0);

    /// <summary>Short texts, and lists of zero, one and a few items.</summary>
    public static Gen<JsonObject> Usual { get; } = Scope(ShortText, Gen.Int[0, 3], depth: 2);

    /// <summary>A text of a hundred kilobytes.</summary>
    public static Gen<JsonObject> Long { get; } = Scope(LongText, Gen.Int[0, 1], depth: 1);

    /// <summary>A list of five hundred items.</summary>
    public static Gen<JsonObject> Many { get; } = Scope(ShortText, Gen.Const(500), depth: 1);

    /// <summary>Each item has the properties of the root, so that an expression is valid in any scope.</summary>
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

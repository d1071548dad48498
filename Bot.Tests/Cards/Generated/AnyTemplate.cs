using System.Globalization;
using System.Text.Json.Nodes;
using CsCheck;

namespace AgaBot.Tests.Cards.Generated;

/// <summary>Generates templates from the grammar of the subset, for the data of <see cref="AnyData"/>.</summary>
/// <remarks>
/// A missing path occurs only where a template may test for existence. Elsewhere Microsoft's engine computes with the text of
/// the expression: <c>count(gone)</c> is 7. <see cref="TemplateLanguageTests"/> covers the behaviour of the bot.
/// </remarks>
internal static class AnyTemplate
{
    private static readonly Gen<string> Plain = Gen.OneOfConst(
        "a",
        " ",
        "año: ",
        "\"",
        "'",
        "\n",
        "🙋",
        "5 $ ",
        "(",
        "&&",
        "100 %",
        "{",
        "}",
        "\\n",
        ""
    );

    private static readonly Gen<string> TextPath = Gen.OneOfConst(
        "name",
        "$data.name",
        "$root.name",
        "$root.thing.name",
        "$root.thing['name']",
        "$data['name']"
    );

    private static readonly Gen<string> NumberPath = Gen.OneOfConst("n", "$root.n", "$root.thing.n", "count(list)", "count($root.words)");

    private static readonly Gen<string> Anything = Gen.OneOf(
        TextPath,
        NumberPath,
        Gen.OneOfConst("yes", "$root['thing']['año']", "$root.nothing", "$root.thing", "words", "$root.words", "gone", "$root.thing.gone")
    );

    private static readonly Gen<string> Literal = Gen.OneOf(
        Gen.OneOfConst("'a'", "''", "'it is {'", "'two words'"),
        Gen.Int[-5, 5].Select(number => number.ToString(CultureInfo.InvariantCulture))
    );

    private static Gen<string> Condition(int depth) =>
        depth == 0
            ? Gen.OneOfConst("yes", "$root.yes", "exists(gone)", "exists($root.nothing)", "empty(list)", "empty(name)", "empty(words)")
            : Gen.OneOf(
                Condition(0),
                Gen.Select(TextPath, Gen.OneOfConst("==", "!=", "<", ">="), TextPath, (left, sign, right) => $"{left} {sign} {right}"),
                Gen.Select(
                    NumberPath,
                    Gen.OneOfConst("==", "!=", "<", "<=", ">", ">="),
                    NumberPath,
                    (left, sign, right) => $"{left}{sign}{right}"
                ),
                Gen.Select(Anything, Gen.OneOfConst("==", "!="), Literal, (left, sign, right) => $"{left} {sign} {right}"),
                Condition(depth - 1).Select(inner => $"!({inner})"),
                Condition(depth - 1).Select(inner => $"not({inner})"),
                Anything.Select(path => $"exists({path})"),
                Gen.Select(
                    Condition(depth - 1),
                    Gen.OneOfConst("&&", "||"),
                    Condition(depth - 1),
                    (left, sign, right) => $"({left} {sign} {right})"
                )
            );

    private static readonly Gen<string> Written = Gen.OneOf(
        TextPath,
        NumberPath,
        Gen.Const("yes"),
        Gen.Select(Condition(2), TextPath, NumberPath, (asked, yes, no) => $"if({asked}, {yes}, {no})"),
        Gen.Select(TextPath, Literal, TextPath, (first, second, third) => $"concat({first}, {second},{third})"),
        Gen.OneOfConst("join(words, ', ')", "join($root.words, '; ')"),
        Condition(2)
    );

    /// <summary>A text of one expression, or of several expressions and literals.</summary>
    private static readonly Gen<JsonNode?> Text = Gen.OneOf(
        Gen.OneOf(Written, Anything.Where(path => !path.EndsWith("gone", StringComparison.Ordinal))).Select(only => Node($"${{{only}}}")),
        Gen.Select(Plain, Written, Plain, Written, Plain, (a, x, b, y, c) => Node($"{a}${{{x}}}{b}${{ {y} }}{c}")),
        Plain.Select(Node)
    );

    private static readonly Gen<JsonNode?> Fixed = Gen.OneOfConst("1", "true", "null", "{}", "[]", "2.5")
        .Select(json => JsonNode.Parse(json));

    private const string Inline = """
        [
          { "name": "Ana", "n": 1, "yes": true, "words": ["a"], "list": [] },
          { "name": "José", "n": 2, "yes": false, "words": [], "list": [{ "name": "Rosa", "n": 3, "yes": true, "words": [], "list": [] }] }
        ]
        """;

    private static readonly Gen<string?> Data = Gen.OneOfConst(
        null,
        null,
        "${list}",
        "${$root.list}",
        "${$root.thing}",
        "${$root}",
        Inline
    );

    private static Gen<JsonNode?> Value(int depth) =>
        depth == 0
            ? Gen.Frequency((5, Text), (1, Fixed))
            : Gen.Frequency((4, Text), (1, Fixed), (3, Object(depth - 1).Select(value => (JsonNode?)value)), (3, List(depth - 1)));

    private static Gen<JsonNode?> List(int depth) =>
        Value(depth).Array[0, 3].Select(items => (JsonNode?)new JsonArray([.. items.Select(item => item?.DeepClone())]));

    /// <param name="depth">Maximum nesting depth of objects and lists.</param>
    public static Gen<JsonObject> Object(int depth) =>
        Gen.Select(
            Data,
            Gen.Frequency((3, Gen.Const((string?)null)), (1, Condition(2).Select(asked => (string?)asked))),
            Value(depth),
            Value(depth),
            (data, when, first, second) =>
            {
                var made = new JsonObject { ["type"] = "Container" };
                if (data is not null)
                    made["$data"] = data.StartsWith('[') ? JsonNode.Parse(data) : data;
                if (when is not null)
                    made["$when"] = $"${{{when}}}";
                made["first"] = first?.DeepClone();
                made["second"] = second?.DeepClone();
                if (data is not null)
                    made["place"] = "${if(exists($index), $index, 'none')}";
                return made;
            }
        );

    private static JsonNode? Node(string text) => text;
}

using System.Text.Json;
using System.Text.Json.Nodes;

namespace AgaBot.Tests.Cards;

/// <summary>The supported template language. Each row is compared with Microsoft's engine.</summary>
[Trait("Category", "Integration")]
public sealed class TemplateLanguageTests
{
    [Theory]
    // A single expression keeps the type of its value.
    [InlineData("${x}", "3.5", "3.5")]
    [InlineData("${x}", "true", "true")]
    [InlineData("${x}", "{\"a\":1}", "{\"a\":1}")]
    [InlineData("${x}", "[1,2]", "[1,2]")]
    [InlineData("${x}", "null", "null")]
    // Within a text, the value is converted to text.
    [InlineData("n=${x}", "3.5", "\"n=3.5\"")]
    [InlineData("b ${x}", "true", "\"b true\"")]
    // Data is never a template.
    [InlineData("${x}", "\"${y}\"", "\"${y}\"")]
    [InlineData("a ${x}", "\"${y}\"", "\"a ${y}\"")]
    [InlineData("a ${x}", "\"\\\" \\n ` \\\\ ' } {\"", "\"a \\\" \\n ` \\\\ ' } {\"")]
    // Text that only looks like an expression.
    [InlineData("\\${x}", "1", "\"${x}\"")]
    [InlineData("$5 ${x}", "1", "\"$5 1\"")]
    [InlineData("\\${x} ${x}", "1", "\"${x} 1\"")]
    // Names, indexes, literals and operators.
    [InlineData("${1}", "1", "\"1\"")]
    [InlineData("${true}", "1", "\"true\"")]
    [InlineData("${'it}'}", "1", "\"it}\"")]
    [InlineData("${$data['año']}", "1", "2016")]
    [InlineData("${x[1]}", "[1,2]", "2")]
    [InlineData("${x['key']}", "{\"key\":7}", "7")]
    [InlineData("${$root.x}", "1", "1")]
    [InlineData("${if(x > 3, 'many', 'few')}", "5", "\"many\"")]
    [InlineData("${if(x == 'a' || !exists(y), concat(x, '-', 1), null)}", "\"a\"", "\"a-1\"")]
    [InlineData("${join(x, ', ')}", "[\"a\",\"b\"]", "\"a, b\"")]
    [InlineData("${count(x)}", "[]", "0")]
    [InlineData("${empty(x)}", "\"\"", "true")]
    [InlineData("${not(empty(x))}", "\"a\"", "true")]
    public void A_text_becomes(string text, string x, string expected) =>
        AssertBoth(
            $$"""{ "text": {{JsonSerializer.Serialize(text)}} }""",
            $$"""{ "x": {{x}}, "año": 2016 }""",
            $$"""{ "text": {{expected}} }"""
        );

    [Theory]
    // Repetition in a list, with $index and $root.
    [InlineData(
        """[{ "$data": "${xs}", "i": "${$index}", "v": "${$data}", "all": "${count($root.xs)}" }]""",
        """[{ "i": 0, "v": "a", "all": 2 }, { "i": 1, "v": "b", "all": 2 }]"""
    )]
    [InlineData("""[{ "$data": "${none}", "v": 1 }]""", "[]")]
    // Repetition as the value of a property: several items give a list, one item gives an object.
    [InlineData("""{ "$data": "${xs}", "v": "${$data}" }""", """[{ "v": "a" }, { "v": "b" }]""")]
    [InlineData("""{ "$data": "${one}", "v": "${$data}" }""", """{ "v": "a" }""")]
    [InlineData("""{ "$data": "${who}", "v": "${name}" }""", """{ "v": "Ana" }""")]
    // Data written in the template.
    [InlineData("""[{ "$data": [{ "n": 1 }, { "n": 2 }], "v": "${n}" }]""", """[{ "v": 1 }, { "v": 2 }]""")]
    // Nested repetition: $index is that of the inner list, and afterwards that of the outer list.
    [InlineData(
        """[{ "$data": "${lists}", "in": [{ "$data": "${ys}", "i": "${$index}" }], "out": "${$index}" }]""",
        """[{ "in": [{ "i": 0 }, { "i": 1 }], "out": 0 }, { "in": [{ "i": 0 }], "out": 1 }]"""
    )]
    // Conditions: only true shows the object.
    [InlineData(
        """[{ "$when": "${no}", "v": 1 }, { "$when": "${nowhere}", "v": 2 }, """
            + """{ "$when": "${five}", "v": 3 }, { "$when": "${five == '5'}", "v": 4 }]""",
        """[{ "v": 4 }]"""
    )]
    [InlineData("""[{ "$when": "${five > 1}", "v": 1 }]""", "[]")]
    [InlineData("""{ "$when": "${no}", "v": 1 }""", "null")]
    [InlineData("""[{ "$data": "${xs}", "$when": "${$data == 'b'}", "v": "${$data}" }]""", """[{ "v": "b" }]""")]
    // Null is omitted from a list and kept as a property.
    [InlineData("""["${nothing}", null, 1]""", "[1]")]
    [InlineData("""{ "v": null, "$schema": "s", "$other": 1 }""", """{ "v": null, "$schema": "s", "$other": 1 }""")]
    public void A_node_becomes(string node, string expected) =>
        AssertBoth(
            $$"""{ "node": {{node}} }""",
            """{ "xs": ["a", "b"], "one": ["a"], "none": [], "who": { "name": "Ana" },"""
                + """ "lists": [{ "ys": [1, 2] }, { "ys": [3] }], "five": "5", "nothing": null, "no": false }""",
            $$"""{ "node": {{expected}} }"""
        );

    [Theory]
    [InlineData("a ${x} b", "a  b", "x")]
    [InlineData("${a.b.c}", "", "a.b.c")]
    [InlineData("${list[5]}", "", "list[5]")]
    [InlineData("a ${gone}", "a ", "gone")]
    public void What_the_data_lacks_is_an_empty_text_and_told(string text, string expected, string path)
    {
        (JsonElement card, IReadOnlyList<string> missing) = CardFiles.Expand(
            new JsonObject { ["text"] = text },
            JsonNode.Parse("""{ "list": [1] }""")
        );
        Assert.Equal(expected, card.GetProperty("text").GetString());
        Assert.Equal([path], missing);
    }

    [Fact]
    public void Nothing_inside_a_text_is_an_empty_text()
    {
        JsonNode template = JsonNode.Parse("""{ "text": "a ${x}" }""")!;
        JsonNode data = JsonNode.Parse("""{ "x": null }""")!;
        Assert.Null(CardOracle.Expand(template, data));
        Assert.Equal("a ", CardFiles.Expand(template, data).Card.GetProperty("text").GetString());
    }

    [Fact]
    public void A_backtick_beside_an_expression_is_text_though_the_oracle_trips_over_it()
    {
        JsonNode template = JsonNode.Parse("""{ "text": "`${x}" }""")!;
        JsonNode data = JsonNode.Parse("""{ "x": 1 }""")!;
        Assert.Null(CardOracle.Expand(template, data));
        Assert.Equal("`1", CardFiles.Expand(template, data).Card.GetProperty("text").GetString());
    }

    [Theory]
    [InlineData("""[{ "$data": "${nowhere}", "v": 1 }]""")]
    [InlineData("""[{ "$data": "${nothing}", "v": 1 }]""")]
    public void A_list_that_is_not_there_repeats_nothing(string node)
    {
        JsonElement card = CardFiles.Expand(JsonNode.Parse($$"""{ "node": {{node}} }"""), JsonNode.Parse("""{ "nothing": null }""")).Card;
        Assert.Equal(0, card.GetProperty("node").GetArrayLength());
    }

    private static void AssertBoth(string template, string data, string expected)
    {
        JsonNode wanted = JsonNode.Parse(expected)!;
        AssertSame(wanted, CardOracle.Expand(JsonNode.Parse(template)!, JsonNode.Parse(data)), "Microsoft's");
        AssertSame(wanted, JsonObject.Create(CardFiles.Expand(JsonNode.Parse(template), JsonNode.Parse(data)).Card), "ours");
    }

    private static void AssertSame(JsonNode expected, JsonNode? card, string whose) =>
        Assert.True(JsonNode.DeepEquals(expected, card), $"{whose} is {card?.ToJsonString()}, not {expected.ToJsonString()}");
}

using System.Text.Json;
using System.Text.RegularExpressions;

namespace AgaBot.Tests.Transcripts;

/// <summary>What a person sees of an Adaptive Card, in reading order: texts, inputs with their options, and buttons.</summary>
internal static partial class CardText
{
    public static IEnumerable<string> Lines(JsonElement card) => Read(card).SelectMany(line => line.Split('\n'));

    private static IEnumerable<string> Read(JsonElement element) =>
        Text(element, "type") switch
        {
            _ when element.TryGetProperty("isVisible", out JsonElement visible) && visible.ValueKind == JsonValueKind.False => [],
            "TextBlock" => [AsSeen(Text(element, "text"))],
            "Table" => Members(element, "rows")
                .Select(row => string.Join(" | ", Members(row, "cells").Select(cell => string.Join(' ', Read(cell))))),
            "ColumnSet" => [string.Join(" | ", Members(element, "columns").Select(column => string.Join(' ', Read(column))))],
            "FactSet" => Members(element, "facts").Select(fact => $"{AsSeen(Text(fact, "title"))} {AsSeen(Text(fact, "value"))}"),
            "RichTextBlock" => [string.Concat(Members(element, "inlines").Select(inline => Text(inline, "text")))],
            "ActionSet" => Buttons(element),
            "Input.ChoiceSet" =>
            [
                Field(element, Chosen(element)),
                .. Members(element, "choices").Select(choice => "( ) " + Text(choice, "title")),
            ],
            "Input.Number" => [Field(element, element.TryGetProperty("value", out JsonElement number) ? number.ToString() : "")],
            var type when type.StartsWith("Input.", StringComparison.Ordinal) => [Field(element, Text(element, "value"))],
            "AdaptiveCard" => [.. Members(element, "body").SelectMany(Read), .. Buttons(element)],
            _ => Members(element, "items").SelectMany(Read),
        };

    private static string[] Buttons(JsonElement element) =>
        string.Join(' ', Members(element, "actions").Select(Button)) is { Length: > 0 } buttons ? [buttons] : [];

    private static string Button(JsonElement action) =>
        Text(action, "type") == "Action.OpenUrl" ? $"[{Text(action, "title")}] ({Text(action, "url")})" : $"[{Text(action, "title")}]";

    private static string Field(JsonElement input, string value) => $"{Text(input, "label")} ____{value}";

    private static string Chosen(JsonElement input) =>
        Members(input, "choices")
            .Where(choice => Text(choice, "value") == Text(input, "value"))
            .Select(choice => Text(choice, "title"))
            .FirstOrDefault("");

    /// <summary>A renderer reads the text as Markdown: an escaped mark is the mark, and two spaces keep a line break.</summary>
    private static string AsSeen(string markdown) => Escaped().Replace(markdown, "$1").Replace("  \n", "\n", StringComparison.Ordinal);

    private static JsonElement.ArrayEnumerator Members(JsonElement element, string property) =>
        element.TryGetProperty(property, out JsonElement members) ? members.EnumerateArray() : default;

    private static string Text(JsonElement element, string property) =>
        element.TryGetProperty(property, out JsonElement text) && text.ValueKind == JsonValueKind.String ? text.GetString()! : "";

    [GeneratedRegex(@"\\([!-/:-@\[-`{-~])")]
    private static partial Regex Escaped();
}

using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace AgaBot.Tests.Cards;

/// <summary>
/// Microsoft's template engine and card parser as one Node.js process for the whole test run, started at the first call.
/// The process ends when its standard input closes.
/// </summary>
internal static class CardOracle
{
    private static readonly Lazy<Process> Running = new(Start);
    private static readonly Lock Asking = new();
    private static readonly ConcurrentQueue<string?> Complaints = new();

    /// <summary>The card that <c>adaptivecards-templating</c> produces; null if it throws.</summary>
    public static JsonNode? Expand(JsonNode template, JsonNode? data) =>
        Ask(new JsonObject { ["template"] = template.DeepClone(), ["data"] = data?.DeepClone() })["card"];

    /// <summary>The errors that <c>AdaptiveCard.parse</c> and its validation find in a card.</summary>
    public static IReadOnlyList<string> Problems(JsonElement card) =>
        [
            .. Ask(new JsonObject { ["parse"] = JsonObject.Create(card) })["problems"]!
                .AsArray()
                .Select(problem => problem!.GetValue<string>()),
        ];

    private static JsonNode Ask(JsonObject question)
    {
        lock (Asking)
        {
            Running.Value.StandardInput.WriteLine(question.ToJsonString());
            Running.Value.StandardInput.Flush();
            string answer =
                Running.Value.StandardOutput.ReadLine()
                ?? throw new InvalidOperationException($"The card oracle ended. {string.Join('\n', Complaints)}");
            return JsonNode.Parse(answer)!;
        }
    }

    private static Process Start()
    {
        Repository.NodePackage("adaptivecards-templating");
        var start = new ProcessStartInfo("node")
        {
            WorkingDirectory = Repository.Node,
            ArgumentList = { "oracle.mjs" },
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            StandardOutputEncoding = Encoding.UTF8,
        };
        Process oracle = Process.Start(start) ?? throw new InvalidOperationException("The card oracle did not start.");
        oracle.ErrorDataReceived += static (_, line) => Complaints.Enqueue(line.Data);
        oracle.BeginErrorReadLine();
        return oracle;
    }
}

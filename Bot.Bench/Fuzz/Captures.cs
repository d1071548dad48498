using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json.Nodes;

namespace AgaBot.Bench.Fuzz;

/// <summary>Activities captured from Microsoft's Playground, from <c>Bot.Tests/Channels/Captures</c>.</summary>
internal static class Captures
{
    private static readonly ImmutableArray<string> Bodies = Read();

    public static JsonObject Any(Random random) => JsonNode.Parse(Bodies[random.Next(Bodies.Length)])!.AsObject();

    private static ImmutableArray<string> Read()
    {
        Assembly assembly = typeof(Captures).Assembly;
        return
        [
            .. assembly
                .GetManifestResourceNames()
                .Order(StringComparer.Ordinal)
                .Select(name =>
                {
                    using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
                    return reader.ReadToEnd();
                }),
        ];
    }
}

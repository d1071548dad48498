using System.Diagnostics;
using System.Reflection;
using System.Text.Json.Nodes;
using AgaBot.Tests.Hosting;

namespace AgaBot.Tests.Deploy;

/// <summary>The Bicep CLI, offline, over the files of <c>deploy/</c>.</summary>
internal static class Bicep
{
    private static readonly string Tool = typeof(Bicep)
        .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(data => data.Key == "Bicep")
        .Value!;

    /// <summary>The ARM template that a file compiles to.</summary>
    public static async Task<JsonNode> BuildAsync(string file)
    {
        (string output, string complaints) = await RunAsync("build", file, "--stdout");
        // A wrong property is a warning to the compiler, which then ends with 0.
        Assert.Equal("", complaints);
        return JsonNode.Parse(output)!;
    }

    /// <summary>What the CLI writes to its output, and to its errors.</summary>
    public static async Task<(string Output, string Complaints)> RunAsync(params string[] arguments)
    {
        FinishedProcess bicep = await FinishedProcess.RunAsync(new ProcessStartInfo(Tool, arguments), TimeSpan.FromMinutes(1));
        return (bicep.Output, bicep.Errors.Trim());
    }
}

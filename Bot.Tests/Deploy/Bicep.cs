using System.Diagnostics;
using System.Reflection;
using System.Text.Json.Nodes;
using AgaBot.Tests.Hosting;

namespace AgaBot.Tests.Deploy;

/// <summary>Runs the Bicep CLI offline on the files of <c>deploy/</c>.</summary>
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
        // The compiler reports a wrong property as a warning, with exit code 0.
        Assert.Equal("", complaints);
        return JsonNode.Parse(output)!;
    }

    /// <summary>The standard output and standard error of the CLI.</summary>
    public static async Task<(string Output, string Complaints)> RunAsync(params string[] arguments)
    {
        FinishedProcess bicep = await FinishedProcess.RunAsync(new ProcessStartInfo(Tool, arguments), TimeSpan.FromMinutes(1));
        return (bicep.Output, bicep.Errors.Trim());
    }
}

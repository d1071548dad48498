using System.Diagnostics;
using System.Reflection;
using System.Text.Json.Nodes;

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
        var start = new ProcessStartInfo(Tool, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        using Process bicep = Process.Start(start) ?? throw new InvalidOperationException("The Bicep CLI did not start.");
        string[] said = await Task.WhenAll(bicep.StandardOutput.ReadToEndAsync(), bicep.StandardError.ReadToEndAsync());
        await bicep.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(1));
        return (said[0], said[1].Trim());
    }
}

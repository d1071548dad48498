using System.Text.Json;
using System.Text.RegularExpressions;

namespace AgaBot.Tests.Documents;

/// <summary><c>docs/clients.md</c> names the versions that the tests run with.</summary>
public sealed partial class ClientVersionsTests
{
    private static readonly string[] Packages = ["Bot.Tests/Node/package.json", "Bot/Channels/Page/client/package.json"];

    [Fact]
    public void The_table_of_clients_names_the_versions_that_are_installed()
    {
        Dictionary<string, string> pinned = Packages
            .SelectMany(Pinned)
            .DistinctBy(package => package.Name)
            .ToDictionary(package => package.Name, package => package.Version);
        (string Name, string Version)[] named =
        [
            .. Row()
                .Matches(File.ReadAllText(Path.Combine(Repository.Root, "docs", "clients.md")))
                .Select(row => (row.Groups["name"].Value, row.Groups["version"].Value)),
        ];

        Assert.NotEmpty(named);
        Assert.All(named, client => Assert.Equal(pinned[client.Name], client.Version));
    }

    private static IEnumerable<(string Name, string Version)> Pinned(string path)
    {
        using JsonDocument package = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, path)));
        return
        [
            .. package
                .RootElement.GetProperty("dependencies")
                .EnumerateObject()
                .Select(dependency => (dependency.Name, dependency.Value.GetString()!)),
        ];
    }

    [GeneratedRegex(@"^\| npm `(?<name>[^`]+)` \| (?<version>[\d.]+) \|", RegexOptions.Multiline)]
    private static partial Regex Row();
}

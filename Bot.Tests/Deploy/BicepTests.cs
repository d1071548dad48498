using System.Text.Json.Nodes;
using AgaBot.Storage.Queues;

namespace AgaBot.Tests.Deploy;

/// <summary>The resources that <c>deploy/main.bicep</c> creates in Azure.</summary>
[Trait("Category", "Integration")]
public sealed class BicepTests
{
    private static readonly string Deploy = Path.Combine(Repository.Root, "deploy");
    private static readonly Lazy<Task<JsonNode>> Template = new(() => Bicep.BuildAsync(Path.Combine(Deploy, "main.bicep")));

    public static TheoryData<string> Files =>
        [
            .. Directory
                .EnumerateFiles(Deploy, "*.bicep*", SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(Deploy, file))
                .Where(file => !file.EndsWith(".json", StringComparison.Ordinal)),
        ];

    [Fact]
    public async Task It_compiles_without_a_warning() => Assert.NotNull((await Template.Value)["resources"]);

    [Fact]
    public async Task Its_parameters_compile_without_a_warning()
    {
        (_, string complaints) = await Bicep.RunAsync("build-params", Path.Combine(Deploy, "main.bicepparam"), "--stdout");

        Assert.Equal("", complaints);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Every_file_is_formatted(string file)
    {
        string path = Path.Combine(Deploy, file);

        Assert.Equal((await Bicep.RunAsync("format", path, "--stdout")).Output.TrimEnd(), (await File.ReadAllTextAsync(path)).TrimEnd());
    }

    [Fact]
    public async Task Nobody_enters_the_storage_with_a_key()
    {
        JsonNode account = Assert.Single(await ResourcesAsync("Microsoft.Storage/storageAccounts"))["properties"]!;

        Assert.False(account["allowSharedKeyAccess"]!.GetValue<bool>());
        Assert.False(account["allowBlobPublicAccess"]!.GetValue<bool>());
        Assert.NotEmpty(await ResourcesAsync("Microsoft.Storage/storageAccounts/tableServices/tables"));
        Assert.NotEmpty(await ResourcesAsync("Microsoft.Storage/storageAccounts/queueServices/queues"));
    }

    [Fact]
    public async Task It_makes_the_queues_that_the_bot_looks_for()
    {
        string name = new QueuesOptions().Name;
        string[] made =
        [
            .. (await ResourcesAsync("Microsoft.Storage/storageAccounts/queueServices/queues")).Select(queue =>
                queue["name"]!.GetValue<string>()
            ),
        ];

        Assert.Equal([name, $"{name}-poison"], made.Select(made => made.Split('\'')[^2]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_identity_may_write_tables_and_queues_and_nothing_else()
    {
        JsonNode role = Assert.Single(await ResourcesAsync("Microsoft.Authorization/roleAssignments"));
        JsonNode storage = (await Template.Value)["resources"]!["storage"]!["properties"]!["template"]!;

        Assert.StartsWith("[resourceId('Microsoft.Storage/storageAccounts'", role["scope"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal(
            "[length(createArray(variables('tableDataContributor'), variables('queueDataContributor')))]",
            role["copy"]!["count"]!.GetValue<string>()
        );
        Assert.Equal("0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3", storage["variables"]!["tableDataContributor"]!.GetValue<string>());
        Assert.Equal("974c5e8b-45b9-4653-ba55-5f855dd0fb88", storage["variables"]!["queueDataContributor"]!.GetValue<string>());
    }

    [Fact]
    public async Task The_bot_is_known_by_the_identity_of_the_site_and_reached_by_Teams_and_Web_Chat()
    {
        JsonNode bot = Assert.Single(await ResourcesAsync("Microsoft.BotService/botServices"))["properties"]!;
        JsonNode site = Assert.Single(await ResourcesAsync("Microsoft.Web/sites"));
        string[] channels =
        [
            .. (await ResourcesAsync("Microsoft.BotService/botServices/channels"))
                .Select(channel => channel["properties"]!["channelName"]!.GetValue<string>())
                .Order(),
        ];

        Assert.Equal("UserAssignedMSI", bot["msaAppType"]!.GetValue<string>());
        Assert.EndsWith("/api/messages', parameters('host'))]", bot["endpoint"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal("UserAssigned", site["identity"]!["type"]!.GetValue<string>());
        Assert.Equal(["MsTeamsChannel", "WebChatChannel"], channels);
    }

    [Fact]
    public async Task The_site_is_always_on_and_keeps_streams_open()
    {
        JsonNode site = Assert.Single(await ResourcesAsync("Microsoft.Web/sites"))["properties"]!;

        Assert.True(site["httpsOnly"]!.GetValue<bool>());
        Assert.True(site["siteConfig"]!["alwaysOn"]!.GetValue<bool>());
        Assert.True(site["siteConfig"]!["webSocketsEnabled"]!.GetValue<bool>());
    }

    /// <summary>Every resource of a type, in the template and in its modules.</summary>
    internal static async Task<IReadOnlyList<JsonNode>> ResourcesAsync(string type) =>
        [.. Within(await Template.Value).Where(resource => resource["type"]!.GetValue<string>() == type)];

    private static IEnumerable<JsonNode> Within(JsonNode template) =>
        Resources(template).SelectMany(resource => resource["properties"]?["template"] is { } module ? Within(module) : [resource]);

    /// <summary>Resources are an object with symbolic names in newer language versions, otherwise an array.</summary>
    private static IEnumerable<JsonNode> Resources(JsonNode template) =>
        template["resources"] switch
        {
            JsonObject named => named.Select(resource => resource.Value!),
            JsonArray row => row.Select(resource => resource!),
            _ => throw new FormatException("The template has no resources."),
        };
}

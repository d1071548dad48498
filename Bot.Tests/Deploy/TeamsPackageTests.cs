using System.Buffers.Binary;
using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text.Json.Nodes;
using AgaBot.Dialogs.Commands;
using AgaBot.Forms.Normalization;
using AgaBot.Tests.Hosting;
using AgaBot.Tests.Storage;
using NJsonSchema;

namespace AgaBot.Tests.Deploy;

/// <summary>Compares the package of <c>deploy/teams/package.sh</c> with Microsoft's schemas and with the bot.</summary>
[Trait("Category", "Integration")]
public sealed class TeamsPackageTests : IDisposable
{
    private const string AppId = "11111111-2222-3333-4444-555555555555";
    private const string Host = "agabot.example.gob.pe";

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task It_holds_what_Teams_asks_for_and_nothing_else()
    {
        using ZipArchive package = await PackageAsync();

        Assert.Equal(
            ["color.png", "en.json", "es.json", "manifest.json", "outline.png"],
            package.Entries.Select(entry => entry.FullName).Order(StringComparer.Ordinal)
        );
    }

    [Theory]
    [InlineData("manifest.json", "MicrosoftTeams.schema.json")]
    [InlineData("es.json", "MicrosoftTeams.Localization.schema.json")]
    [InlineData("en.json", "MicrosoftTeams.Localization.schema.json")]
    public async Task Each_file_is_valid_by_the_published_schema(string file, string schema)
    {
        using ZipArchive package = await PackageAsync();
        JsonNode content = Json(package, file);
        JsonSchema rules = await JsonSchema.FromFileAsync(
            Path.Combine(
                Repository.NodePackage("@microsoft/app-manifest"),
                "build",
                "json-schemas",
                "teams",
                $"v{Json(package, "manifest.json")["manifestVersion"]}",
                schema
            )
        );

        Assert.Empty(rules.Validate(content.ToJsonString()));
        Assert.Contains(
            $"/v{Json(package, "manifest.json")["manifestVersion"]}/{schema}",
            $"{content["$schema"]}",
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task It_is_of_this_bot_on_this_host()
    {
        using ZipArchive package = await PackageAsync();
        JsonNode manifest = Json(package, "manifest.json");

        Assert.Equal(AppId, $"{manifest["id"]}");
        Assert.Equal(AppId, $"{manifest["bots"]![0]!["botId"]}");
        Assert.Equal([Host], manifest["validDomains"]!.AsArray().Select(domain => $"{domain}"));
        Assert.DoesNotContain("{{", manifest.ToJsonString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("color.png", 192)]
    [InlineData("outline.png", 32)]
    public async Task The_icons_have_the_sizes_that_Teams_asks_for(string file, int size)
    {
        using ZipArchive package = await PackageAsync();
        byte[] png = Bytes(package, file);

        Assert.Equal("PNG"u8, png.AsSpan(1, 3));
        Assert.Equal(
            (size, size),
            (BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20)))
        );
    }

    [Fact]
    public async Task Each_scope_has_its_commands_and_at_most_ten()
    {
        using ZipArchive package = await PackageAsync();
        JsonNode bot = Json(package, "manifest.json")["bots"]![0]!;
        ILookup<string, int> sizes = bot["commandLists"]!
            .AsArray()
            .SelectMany(list => list!["scopes"]!.AsArray().Select(scope => (Scope: $"{scope}", Size: list["commands"]!.AsArray().Count)))
            .ToLookup(list => list.Scope, list => list.Size);

        Assert.Equal(["groupChat", "personal", "team"], bot["scopes"]!.AsArray().Select(scope => $"{scope}").Order(StringComparer.Ordinal));
        Assert.All(bot["scopes"]!.AsArray(), scope => Assert.InRange(Assert.Single(sizes[$"{scope}"]), 1, 10));
    }

    [Theory]
    [InlineData("es.json")]
    [InlineData("en.json")]
    public async Task Each_command_of_the_menu_is_one_that_the_bot_understands(string file)
    {
        using ZipArchive package = await PackageAsync();
        string[] titles =
        [
            .. Texts(package, file).Where(text => text.Key.EndsWith("].title", StringComparison.Ordinal)).Select(text => text.Value),
        ];

        Assert.NotEmpty(titles);
        Assert.All(titles, title => Assert.NotNull(CommandVocabulary.FindBare(Folding.ToWords(title))));
    }

    [Fact]
    public async Task The_manifest_says_in_Spanish_what_the_Spanish_file_says()
    {
        using ZipArchive package = await PackageAsync();
        JsonNode manifest = Json(package, "manifest.json");

        Assert.All(Texts(package, "es.json"), text => Assert.Equal(text.Value, At(manifest, text.Key)));
    }

    [Fact]
    public async Task Both_languages_say_everything()
    {
        using ZipArchive package = await PackageAsync();
        Dictionary<string, string> spanish = Texts(package, "es.json"),
            english = Texts(package, "en.json");
        int commands = Json(package, "manifest.json")["bots"]![0]!["commandLists"]!
            .AsArray()
            .Sum(list => list!["commands"]!.AsArray().Count);

        Assert.Equal(spanish.Keys.Order(), english.Keys.Order());
        Assert.Equal(4 + (2 * commands), spanish.Count);
    }

    [Theory]
    [InlineData("agabot", Host)]
    [InlineData(AppId, "https://agabot.example.gob.pe")]
    [InlineData(AppId, "agabot.example.gob.pe/")]
    public async Task What_is_no_app_id_or_no_host_makes_no_package(string appId, string host)
    {
        Assert.Equal(64, (await RunAsync(appId, host)).ExitCode);

        Assert.False(File.Exists(folder.File("agabot.zip")));
    }

    private async Task<ZipArchive> PackageAsync()
    {
        FinishedProcess script = await RunAsync(AppId, Host);
        Assert.True(script.ExitCode == 0, $"{script}");
        return ZipFile.OpenRead(folder.File("agabot.zip"));
    }

    private Task<FinishedProcess> RunAsync(string appId, string host)
    {
        var start = new ProcessStartInfo(
            "bash",
            [Path.Combine(Repository.Root, "deploy", "teams", "package.sh"), appId, host, folder.File("agabot.zip")]
        );
        return FinishedProcess.RunAsync(start, TimeSpan.FromMinutes(1));
    }

    private static JsonNode Json(ZipArchive package, string file) => JsonNode.Parse(Bytes(package, file))!;

    private static byte[] Bytes(ZipArchive package, string file)
    {
        using Stream content = package.GetEntry(file)!.Open();
        using var bytes = new MemoryStream();
        content.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static Dictionary<string, string> Texts(ZipArchive package, string file) =>
        Json(package, file).AsObject().Where(text => text.Key != "$schema").ToDictionary(text => text.Key, text => $"{text.Value}");

    /// <summary>The value at a path such as <c>bots[0].commandLists[1].commands[2].title</c>.</summary>
    private static string At(JsonNode manifest, string path) =>
        path.Split('.', '[')
            .Aggregate(
                manifest,
                (node, step) =>
                    (step.EndsWith(']') ? node[int.Parse(step[..^1], CultureInfo.InvariantCulture)] : node[step])
                    ?? throw new InvalidOperationException($"The manifest has no {path}.")
            )
            .GetValue<string>();
}

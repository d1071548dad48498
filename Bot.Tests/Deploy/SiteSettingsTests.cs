using System.Diagnostics;
using System.Reflection;
using AgaBot.Plans.Hosting;

namespace AgaBot.Tests.Deploy;

/// <summary>The settings that <c>deploy/main.bicep</c> gives to the site, and those that the app reads.</summary>
[Trait("Category", "Integration")]
public sealed class SiteSettingsTests
{
    /// <summary>Settings for App Service itself and for the Azure libraries.</summary>
    private static readonly string[] ReadByOthers = ["WEBSITE_RUN_FROM_PACKAGE", "AZURE_CLIENT_ID"];

    [Fact]
    public async Task Every_setting_of_the_site_is_one_that_the_app_reads()
    {
        string[] known = [.. SettingsOfTheApp()];
        Assert.Contains("Storage:Tables:ServiceUri", known);

        Assert.Empty((await SettingsOfTheSiteAsync()).Except(ReadByOthers).Select(Name).Except(known));
    }

    [Fact]
    public async Task The_site_has_no_connection_string_with_a_key() =>
        Assert.DoesNotContain("Storage__Tables__ConnectionString", await SettingsOfTheSiteAsync());

    /// <summary>The name of a setting in the app. The entries of a list end in an index.</summary>
    private static string Name(string setting) =>
        setting.Replace("__", ":", StringComparison.Ordinal).TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9').TrimEnd(':');

    [Fact]
    public async Task The_app_starts_in_Production_with_the_settings_of_the_site()
    {
        Dictionary<string, string> values = new()
        {
            ["Bot__AppId"] = "11111111-2222-3333-4444-555555555555",
            ["Storage__Tables__ServiceUri"] = "https://agabot.table.core.windows.net/",
            ["Storage__Queues__ServiceUri"] = "https://agabot.queue.core.windows.net/",
        };
        using Process bot = Start(
            (await SettingsOfTheSiteAsync())
                .Where(name => name.Contains("__", StringComparison.Ordinal))
                .Select(name => KeyValuePair.Create(name, values.GetValueOrDefault(name) ?? Written(name)))
        );
        try
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
            string said = "";
            while (!said.Contains("Now listening on", StringComparison.Ordinal))
            {
                string line =
                    await bot.StandardOutput.ReadLineAsync(patience.Token)
                    ?? throw new InvalidOperationException(await bot.StandardError.ReadToEndAsync(patience.Token));
                said += line;
            }
        }
        finally
        {
            bot.Kill();
        }
    }

    private static Process Start(IEnumerable<KeyValuePair<string, string>> settings)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, "--urls=http://127.0.0.1:0"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        foreach ((string name, string value) in settings)
            start.Environment[name] = value;
        return Process.Start(start) ?? throw new InvalidOperationException("The bot did not start.");
    }

    /// <summary>A value that is a literal in the file.</summary>
    private static string Written(string name) =>
        name switch
        {
            "Storage__Tables__Name" or "Storage__Queues__Name" => "agabot",
            "Proxies__Known__0" => "169.254.0.0/16",
            _ => "",
        };

    private static async Task<string[]> SettingsOfTheSiteAsync() =>
        [
            .. Assert.Single(await BicepTests.ResourcesAsync("Microsoft.Web/sites/config"))["properties"]!
                .AsObject()
                .Select(setting => setting.Key),
        ];

    /// <summary>All properties of the options records with a section, and the settings that are read by name.</summary>
    private static IEnumerable<string> SettingsOfTheApp() =>
        typeof(PlanOptions)
            .Assembly.GetTypes()
            .Where(type => type is { IsClass: true } && type.Name.EndsWith("Options", StringComparison.Ordinal))
            .SelectMany(type =>
                type.GetField("Section") is { IsLiteral: true } section ? Properties(type, (string)section.GetRawConstantValue()!) : []
            )
            .Append(CoordinatorCode.Setting)
            .Append(Telemetry.Setting);

    private static IEnumerable<string> Properties(Type type, string path) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.CanWrite)
            .SelectMany(property =>
                property.PropertyType.Namespace!.StartsWith("AgaBot", StringComparison.Ordinal) && property.PropertyType.IsClass
                    ? Properties(property.PropertyType, $"{path}:{property.Name}")
                    : [$"{path}:{property.Name}"]
            );
}

using System.Reflection;
using AgaBot.Plans;

namespace AgaBot.Tests.Deploy;

/// <summary>The settings that <c>deploy/main.bicep</c> gives to the site, and those that the app reads.</summary>
public sealed class SiteSettingsTests
{
    /// <summary>Read by App Service itself, and by the Azure libraries.</summary>
    private static readonly string[] ReadByOthers = ["WEBSITE_RUN_FROM_PACKAGE", "AZURE_CLIENT_ID"];

    [Fact]
    public async Task Every_setting_of_the_site_is_one_that_the_app_reads()
    {
        string[] known = [.. SettingsOfTheApp()];
        Assert.Contains("Storage:Tables:ServiceUri", known);

        Assert.Empty((await SettingsOfTheSiteAsync()).Except(ReadByOthers).Select(name => name.Replace("__", ":", StringComparison.Ordinal)).Except(known));
    }

    [Fact]
    public async Task The_site_has_no_connection_string_with_a_key() =>
        Assert.DoesNotContain("Storage__Tables__ConnectionString", await SettingsOfTheSiteAsync());

    private static async Task<string[]> SettingsOfTheSiteAsync() =>
        [.. Assert.Single(await BicepTests.ResourcesAsync("Microsoft.Web/sites/config"))["properties"]!.AsObject().Select(setting => setting.Key)];

    /// <summary>Every property of a record that names its section, and what is read by its name alone.</summary>
    private static IEnumerable<string> SettingsOfTheApp() => typeof(PlanOptions).Assembly.GetTypes()
        .Where(type => type is { IsClass: true } && type.Name.EndsWith("Options", StringComparison.Ordinal))
        .SelectMany(type => type.GetField("Section") is { IsLiteral: true } section ? Properties(type, (string)section.GetRawConstantValue()!) : [])
        .Append(CoordinatorCode.Setting).Append(Telemetry.Setting);

    private static IEnumerable<string> Properties(Type type, string path) => type
        .GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(property => property.CanWrite)
        .SelectMany(property => property.PropertyType.Namespace!.StartsWith("AgaBot", StringComparison.Ordinal) && property.PropertyType.IsClass
            ? Properties(property.PropertyType, $"{path}:{property.Name}")
            : [$"{path}:{property.Name}"]);
}

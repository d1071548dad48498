using AgaBot.Channels.Authentication;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Options;

namespace AgaBot.Tests.Channels.Authentication;

/// <summary>The start validates the options of authentication.</summary>
public sealed class BotOptionsTests
{
    private const string AppId = GuardedBot.AppId;
    private const string Tenant = GuardedBot.Tenant;

    [Theory]
    [InlineData("Development")]
    [InlineData("Production", "AppId", AppId)]
    [InlineData("Production", "WebOnly", "true")]
    [InlineData("Production", "AppId", AppId, "TenantId", Tenant)]
    [InlineData("Production", "AppId", AppId, "Authentication:ChannelIssuer", "https://api.botframework.us")]
    public void What_works_is_taken(string environment, params string[] settings) => Assert.Empty(Faults(environment, settings));

    [Theory]
    [InlineData("In Production /api/messages would take activities that nobody vouches for.")]
    [InlineData("Bot:AppId is 'agabot'", "AppId", "agabot")]
    [InlineData("Bot:TenantId is 'contoso.com'", "AppId", AppId, "TenantId", "contoso.com")]
    [InlineData(
        "Bot:AllowedCallers needs Bot:AppId and Bot:TenantId",
        "AppId",
        AppId,
        "AllowedCallers:0:AppId",
        AppId,
        "AllowedCallers:0:ServiceUrl",
        "https://other.example/"
    )]
    [InlineData(
        "Bot:AllowedCallers has the AppId ''",
        "AppId",
        AppId,
        "TenantId",
        Tenant,
        "AllowedCallers:0:ServiceUrl",
        "https://other.example/"
    )]
    [InlineData("Bot:AllowedCallers has the ServiceUrl ''", "AppId", AppId, "TenantId", Tenant, "AllowedCallers:0:AppId", AppId)]
    [InlineData(
        "Bot:AllowedCallers has the ServiceUrl 'http://other.example/'",
        "AppId",
        AppId,
        "TenantId",
        Tenant,
        "AllowedCallers:0:AppId",
        AppId,
        "AllowedCallers:0:ServiceUrl",
        "http://other.example/"
    )]
    [InlineData(
        "Bot:AllowedCallers names an app twice.",
        "AppId",
        AppId,
        "TenantId",
        Tenant,
        "AllowedCallers:0:AppId",
        AppId,
        "AllowedCallers:0:ServiceUrl",
        "https://other.example/",
        "AllowedCallers:1:AppId",
        AppId,
        "AllowedCallers:1:ServiceUrl",
        "https://other.example/"
    )]
    [InlineData(
        "Bot:Authentication:ChannelMetadata is 'http://keys.example/'",
        "AppId",
        AppId,
        "Authentication:ChannelMetadata",
        "http://keys.example/"
    )]
    [InlineData("Bot:Authentication:EntraMetadata is ''", "AppId", AppId, "Authentication:EntraMetadata", "")]
    [InlineData("Bot:Authentication has to name three issuers that differ", "AppId", AppId, "Authentication:ChannelIssuer", "")]
    public void What_cannot_work_is_named(string sentence, params string[] settings) =>
        Assert.StartsWith(sentence, Assert.Single(Faults("Production", settings)), StringComparison.Ordinal);

    /// <summary>Binds the options from settings, like the app.</summary>
    private static string[] Faults(string environment, string[] settings)
    {
        IConfigurationSection section = new ConfigurationBuilder()
            .AddInMemoryCollection(
                settings.Chunk(2).Select(pair => KeyValuePair.Create($"{BotOptions.Section}:{pair[0]}", (string?)pair[1]))
            )
            .Build()
            .GetSection(BotOptions.Section);
        var services = new ServiceCollection();
        services.AddSingleton<IHostEnvironment>(new HostingEnvironment { EnvironmentName = environment });
        services.AddSingleton<IValidateOptions<BotOptions>, BotOptionsValidator>();
        services.AddOptions<BotOptions>().Bind(section);
        using ServiceProvider provider = services.BuildServiceProvider();
        return Record.Exception(() => provider.GetRequiredService<IOptions<BotOptions>>().Value) is OptionsValidationException refusal
            ? [.. refusal.Failures]
            : [];
    }
}

using System.Collections.Immutable;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using AgaBot.Dialogs;
using AgaBot.Plans;
using AgaBot.Tests.Hosting;
using Azure.Core;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AgaBot.Tests.Channels.Authentication;

/// <summary>The whole app with an app registration in Production, with a local connector and local token issuers.</summary>
public sealed class GuardedBot : IAsyncDisposable
{
    public const string AppId = "0b0b0b0b-0000-4000-8000-000000000001";
    public const string Tenant = "7e7e7e7e-0000-4000-8000-000000000001";

    /// <summary>An app in <c>Bot:AllowedCallers</c>.</summary>
    public const string OtherBot = "0c0c0c0c-0000-4000-8000-000000000001";

    /// <summary>Another app in <c>Bot:AllowedCallers</c>, whose registration is a managed identity.</summary>
    public const string IdentityOfOtherBot = "0d0d0d0d-0000-4000-8000-000000000001";

    public const string ChannelKey = "channel-1";
    public const string EntraKey = "entra-1";

    private readonly ScriptedDialog dialog = new(new Reply("uno"), new Reply("dos"));
    private readonly BotApp app;

    private GuardedBot(MetadataServer metadata, FakeConnector connector, (string Name, string Value)[] settings)
    {
        Metadata = metadata;
        Connector = connector;
        metadata.Publish("channel", ChannelKey, Keys.Channel, "msteams", "emulator");
        metadata.Publish("channel", "unendorsed", Keys.Unendorsed, endorsements: null);
        metadata.Publish(Tenant, EntraKey, Keys.Entra, endorsements: null);
        app = BotApp.Start(
            new()
            {
                Environment = Environments.Production,
                Configuration = new Dictionary<string, string>
                {
                    ["Bot:AppId"] = AppId,
                    ["Bot:TenantId"] = Tenant,
                    ["Bot:AllowedCallers:0:AppId"] = OtherBot,
                    ["Bot:AllowedCallers:0:ServiceUrl"] = connector.ServiceUrl,
                    ["Bot:AllowedCallers:1:AppId"] = IdentityOfOtherBot,
                    ["Bot:AllowedCallers:1:ServiceUrl"] = connector.ServiceUrl,
                    ["Bot:Authentication:ChannelMetadata"] = metadata.AddressOf("channel"),
                    ["Bot:Authentication:EntraMetadata"] = metadata.AddressOf("{tenant}"),
                    ["Logging:LogLevel:AgaBot.Channels"] = "Information",
                }
                    .ToImmutableDictionary()
                    .AddRange(settings.Select(setting => KeyValuePair.Create(setting.Name, setting.Value))),
                Services = services =>
                    services.AddSingleton<IDialog>(dialog).AddSingleton<ILoggerProvider>(Log).AddSingleton<TokenCredential, Entra>(),
            }
        );
    }

    public MetadataServer Metadata { get; }

    public FakeConnector Connector { get; }

    public WrittenLog Log { get; } = new();

    public FixedClock Clock => app.Clock;

    public IServiceProvider Services => app.Services;

    /// <summary>The inputs that reached the dialog.</summary>
    public int Heard => dialog.Heard.Count;

    /// <summary>The roles of the last participant that the dialog received, according to the settings.</summary>
    public ImmutableSortedSet<Role> Roles => dialog.Roles;

    /// <summary>A valid token of Azure Bot Service for the address of the connector.</summary>
    public Token ChannelToken =>
        new Token
        {
            Issuer = "https://api.botframework.com",
            NotBefore = Clock.GetUtcNow(),
            Expires = Clock.GetUtcNow().AddHours(1),
            Key = Keys.Channel,
            KeyId = ChannelKey,
        }.With("serviceurl", Connector.ServiceUrl);

    /// <summary>A valid token of the tenant, version 1, for the allowed app.</summary>
    public Token EntraTokenV1 => EntraToken($"https://sts.windows.net/{Tenant}/").With("ver", "1.0").With("appid", OtherBot);

    /// <summary>A valid token of the tenant, version 2.</summary>
    public Token EntraTokenV2 => EntraToken($"https://login.microsoftonline.com/{Tenant}/v2.0").With("ver", "2.0").With("azp", OtherBot);

    public static async Task<GuardedBot> StartAsync(Action<MetadataServer>? metadata = null, params (string Name, string Value)[] settings)
    {
        MetadataServer server = await MetadataServer.StartAsync();
        metadata?.Invoke(server);
        var bot = new GuardedBot(server, await FakeConnector.StartAsync(), settings);
        // Creates the store, so that its rows can be compared.
        await bot.app.Http.GetStringAsync(new Uri("/readyz", UriKind.Relative));
        return bot;
    }

    /// <summary>A message of a new person, with replies to the connector.</summary>
    public JsonObject Message()
    {
        JsonObject message = Wire.Message();
        message.Remove("deliveryMode");
        message["serviceUrl"] = Connector.ServiceUrl;
        message["from"]!["id"] = Guid.NewGuid().ToString();
        return message;
    }

    public Task<HttpResponseMessage> PostAsync(Token? token, JsonObject? activity = null) =>
        PostAsync(token is null ? null : $"Bearer {token}", activity);

    /// <param name="authorization">The header; null for none.</param>
    public async Task<HttpResponseMessage> PostAsync(string? authorization, JsonObject? activity = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/api/messages", UriKind.Relative));
        request.Content = new StringContent(
            (activity ?? Message()).ToJsonString(),
            Encoding.UTF8,
            new MediaTypeHeaderValue("application/json")
        );
        if (authorization is not null)
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        return await app.Http.SendAsync(request);
    }

    /// <summary>Every row in the store, with its version.</summary>
    public async Task<string[]> StoredAsync()
    {
        await using var connection = new SqliteConnection($"Data Source={app.SqlitePath};Mode=ReadOnly;Pooling=False");
        await connection.OpenAsync();
        await using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "SELECT partition || ' ' || row || ' ' || etag FROM entities ORDER BY 1";
        await using SqliteDataReader reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
            rows.Add(reader.GetString(0));
        return [.. rows];
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await Connector.DisposeAsync();
        await Metadata.DisposeAsync();
    }

    private Token EntraToken(string issuer) =>
        new Token
        {
            Issuer = issuer,
            NotBefore = Clock.GetUtcNow(),
            Expires = Clock.GetUtcNow().AddHours(1),
            Key = Keys.Entra,
            KeyId = EntraKey,
        }.With("tid", Tenant);

    /// <summary>The credential of the bot for connectors.</summary>
    private sealed class Entra : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new("del-bot", DateTimeOffset.MaxValue);

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            ValueTask.FromResult(GetToken(requestContext, cancellationToken));
    }

    /// <summary>Created once, because generating a key takes 0.1 s.</summary>
    public static class Keys
    {
        public static RSA Channel { get; } = RSA.Create(2048);

        public static RSA Unendorsed { get; } = RSA.Create(2048);

        public static RSA Entra { get; } = RSA.Create(2048);

        /// <summary>Not published until a test publishes the key.</summary>
        public static RSA Stranger { get; } = RSA.Create(2048);
    }
}

using AgaBot.Tests.Storage;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace AgaBot.Tests.Hosting;

/// <summary>The whole app as <c>Program</c> puts it together, over real HTTP on a free port of this machine.</summary>
public sealed class BotApp : IAsyncDisposable
{
    private readonly BotAppSettings _settings;
    private readonly TemporaryFolder _folder = new();
    private readonly string _table = $"agabot{Guid.NewGuid():N}";
    private Factory _factory;

    private BotApp(BotAppSettings settings)
    {
        _settings = settings;
        Clock = new(settings.Now);
        _factory = Start(port: 0);
        Address = _factory.ClientOptions.BaseAddress;
        Http = new HttpClient { BaseAddress = Address };
    }

    /// <summary>Stays the same over a restart.</summary>
    public Uri Address { get; }

    /// <summary>Goes on working after a restart.</summary>
    public HttpClient Http { get; }

    public FixedClock Clock { get; }

    public IServiceProvider Services => _factory.Services;

    public string SqlitePath => _folder.File("agabot.db");

    public static BotApp Start(BotAppSettings? settings = null) => new(settings ?? new BotAppSettings());

    /// <summary>A person at <c>/api/messages</c>.</summary>
    public Talker Talker(string person, string channel = "emulator") => new(Http, person, channel);

    /// <summary>Stops the app and starts it again on the same data and the same port.</summary>
    public async Task RestartAsync()
    {
        await StopAsync();
        _factory = Start(Address.Port);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await StopAsync();
        _folder.Dispose();
    }

    private Factory Start(int port)
    {
        var factory = new Factory(this, port);
        factory.UseKestrel();
        factory.StartServer();
        return factory;
    }

    /// <summary>As a signal from outside would, and to its end: the factory would dispose of what <c>Program</c> is still stopping.</summary>
    private async Task StopAsync()
    {
        IHostApplicationLifetime life = Services.GetRequiredService<IHostApplicationLifetime>();
        var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        life.ApplicationStopped.Register(stopped.SetResult);
        life.StopApplication();
        await stopped.Task;
        await _factory.DisposeAsync();
    }

    private IEnumerable<KeyValuePair<string, string>> Storage() => _settings.TablesConnectionString is { } tables
        ? [new("Storage:Tables:ConnectionString", tables), new("Storage:Tables:Name", _table)]
        : [new("Storage:Sqlite:Path", SqlitePath)];

    private sealed class Factory(BotApp bot, int port) : WebApplicationFactory<Program>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseEnvironment(bot._settings.Environment);
            // Not UseKestrel(port): it races with Program, which starts the server.
            builder.UseSetting(WebHostDefaults.ServerUrlsKey, $"http://127.0.0.1:{port}");
            builder.UseSetting("Logging:LogLevel:Default", "Warning");
            foreach ((string name, string value) in bot.Storage().Concat(bot._settings.Configuration))
                builder.UseSetting(name, value);
            builder.ConfigureTestServices(services =>
            {
                services.AddSingleton<TimeProvider>(bot.Clock);
                bot._settings.Services(services);
            });
        }
    }
}

using AgaBot.Bench.Processes;
using AgaBot.Tests.Storage;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace AgaBot.Tests.Hosting;

/// <summary>The whole app as <c>Program</c> composes it, over real HTTP on a free local port.</summary>
public sealed class BotApp : IAsyncDisposable
{
    /// <summary>The coordinators' code in Development, unless the settings name another one.</summary>
    public const string AccessCode = "TRUJILLO-2016";

    private BotAppSettings settings;
    private readonly TemporaryFolder folder = new();
    private readonly HeldPort port = new();
    private readonly string table = $"agabot{Guid.NewGuid():N}";
    private Factory factory;

    private BotApp(BotAppSettings settings)
    {
        this.settings = settings;
        Clock = new(settings.Now);
        Address = new Uri($"http://127.0.0.1:{port.Number}");
        factory = Start();
        // Tests that share an application share no cookies.
        Http = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = Address };
    }

    /// <summary>Stays the same over a restart.</summary>
    public Uri Address { get; }

    /// <summary>A client that remains usable after a restart.</summary>
    public HttpClient Http { get; }

    public FixedClock Clock { get; }

    public IServiceProvider Services => factory.Services;

    public string SqlitePath => folder.File("agabot.db");

    public static BotApp Start(BotAppSettings? settings = null) => new(settings ?? new BotAppSettings());

    /// <summary>A person at <c>/api/messages</c>.</summary>
    public Talker Talker(string person, string channel = "emulator", string? group = null, string? conversation = null) =>
        new(Http, person, channel, group, conversation);

    /// <summary>Restarts the app with the same data and port, optionally with other settings.</summary>
    public async Task RestartAsync(BotAppSettings? changed = null, Func<Task>? whileGone = null)
    {
        await StopAsync();
        if (whileGone is not null)
            await whileGone();
        settings = changed ?? settings;
        factory = Start();
    }

    /// <summary>Restarts the app with registrations of the test beside those that it has.</summary>
    public Task RestartWithAsync(Action<IServiceCollection> more)
    {
        Action<IServiceCollection> before = settings.Services;
        return RestartAsync(settings with { Services = before + more });
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await StopAsync();
        port.Dispose();
        folder.Dispose();
    }

    private Factory Start()
    {
        var factory = new Factory(this);
        factory.UseKestrel();
        factory.StartServer();
        SharedParts.TakeFrom(factory.Services);
        return factory;
    }

    /// <summary>
    /// Stops as a signal does, and waits for the end: the factory would dispose of services that <c>Program</c> still uses.
    /// </summary>
    private async Task StopAsync()
    {
        IHostApplicationLifetime life = Services.GetRequiredService<IHostApplicationLifetime>();
        var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        life.ApplicationStopped.Register(stopped.SetResult);
        life.StopApplication();
        await stopped.Task;
        await factory.DisposeAsync();
    }

    /// <summary>In Development the app would make a code of its own, and wait until the disk has it.</summary>
    private IEnumerable<KeyValuePair<string, string>> Code() =>
        settings.Environment == Environments.Development ? [new("Coordinators:AccessCode", AccessCode)] : [];

    private IEnumerable<KeyValuePair<string, string>> Storage() =>
        settings.TablesConnectionString is { } tables
            ? [new("Storage:Sqlite:Path", SqlitePath), new("Storage:Tables:ConnectionString", tables), new("Storage:Tables:Name", table)]
            : [new("Storage:Sqlite:Path", SqlitePath)];

    private sealed class Factory(BotApp bot) : WebApplicationFactory<Program>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseEnvironment(bot.settings.Environment);
            // Not UseKestrel(port): it races with Program, which starts the server.
            builder.UseSetting(WebHostDefaults.ServerUrlsKey, $"http://127.0.0.1:{bot.port.Number}");
            builder.UseSetting("Logging:LogLevel:Default", "Warning");
            foreach ((string name, string value) in bot.Code().Concat(bot.Storage()).Concat(bot.settings.Configuration))
                builder.UseSetting(name, value);
            builder.ConfigureTestServices(services =>
            {
                services.AddSingleton<TimeProvider>(bot.Clock);
                if (!bot.settings.Configuration.Keys.Any(static name => name.StartsWith("Plan:", StringComparison.Ordinal)))
                    SharedParts.AddTo(services);
                bot.settings.Services(services);
            });
        }
    }
}

using AgaBot;
using AgaBot.Cards;
using AgaBot.Channels;
using AgaBot.Channels.Admission;
using AgaBot.Channels.DirectLine;
using AgaBot.Channels.Page;
using AgaBot.Channels.Proxies;
using AgaBot.Commands;
using AgaBot.Dialogs.Deciding;
using AgaBot.Downloads;
using AgaBot.Plans.Hosting;
using AgaBot.Storage.Moving;
using AgaBot.Storage.Setup;
using AgaBot.Turns;

try
{
    CommandLine line = CommandLine.Read(args);
    // Settings are read only at the start: watching their folder for changes slows down the start, and more so if data is written below it.
    WebApplicationBuilder builder = WebApplication.CreateBuilder(["--hostBuilder:reloadConfigOnChange=false", .. line.Settings]);
    // Under a systemd socket unit, connections wait in the socket while the service restarts (deploy/agabot.socket).
    builder.WebHost.ConfigureKestrel(static kestrel => kestrel.UseSystemd());
    // A request that arrives slowly does not delay a restart for longer.
    builder.Services.Configure<HostOptions>(static host => host.ShutdownTimeout = TimeSpan.FromSeconds(10));
    builder.Services.AddPlan(builder.Configuration);
    builder.Services.AddEntityStore(builder.Configuration);
    builder.Services.AddRecords();
    builder.Services.AddCards();
    builder.Services.AddDialogs();
    builder.Services.AddCoordinatorCode();
    builder.Services.AddTurns(builder.Configuration);
    builder.Services.AddDownloads();
    builder.Services.AddChannels(builder.Configuration);
    builder.Services.AddKnownProxies(builder.Configuration);
    builder.Services.AddAdmission(builder.Configuration);
    builder.Services.AddDirectLine(builder.Configuration);
    builder.Services.AddPage(PlanHeading.Of);
    builder.Services.AddTelemetry(builder.Configuration);
    builder.Services.AddCommands();

    WebApplication app = builder.Build();
    if (!line.Words.IsEmpty)
    {
        using var interruption = new CommandInterruption();
        await using (app)
            return await app
                .Services.GetRequiredService<OperatorCommandRunner>()
                .RunAsync(line.Words, Console.Out, Console.Error, interruption.Token);
    }

    app.Services.GetRequiredService<StoreInspection>().Begin();
    await app.Services.GetRequiredService<StoreImport>().RefuseHalfDoneAsync(CancellationToken.None);
    await app.Services.GetRequiredService<CoordinatorCode>().FindAsync(Console.Out, CancellationToken.None);
    app.UseKnownProxies();
    app.UseAdmission();
    app.MapChannels();
    app.MapDirectLine();
    app.MapPage();
    await app.RunAsync();
    return 0;
}
catch (Exception fault) when (StartupError.Is(fault))
{
    await Console.Error.WriteLineAsync(fault.Message);
    return StartupError.ExitCode;
}

/// <summary>The composition root; public so that tests can start the whole app.</summary>
public partial class Program;

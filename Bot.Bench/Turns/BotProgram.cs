namespace AgaBot.Bench.Turns;

/// <summary>The bot to be measured or broken: the one built with the bench, or one that <c>deploy/publish.sh</c> made.</summary>
/// <param name="Folder">Where <c>AgaBot.dll</c> and its files stand.</param>
internal sealed record BotProgram(string Folder)
{
    public static BotProgram BuiltWithTheBench { get; } = new(AppContext.BaseDirectory);

    /// <summary>As <c>dotnet run --project Bot</c> starts it: durable SQLite, <c>synchronous=FULL</c>; logging from Warning up.</summary>
    public ChildServer Start(string database, params (string Key, string Value)[] settings) =>
        Start(ChildServer.FreePort(), [("Storage__Sqlite__Path", database), .. settings]);

    /// <summary>At a port of the caller's, so that it can be started there again, with these settings.</summary>
    public ChildServer Start(int port, (string Key, string Value)[] settings) =>
        new(
            "bot",
            Path.Combine(Path.GetFullPath(Folder), "AgaBot.dll"),
            port,
            [],
            [
                ("ASPNETCORE_ENVIRONMENT", "Development"),
                ("ASPNETCORE_URLS", $"http://127.0.0.1:{port}"),
                ("Logging__LogLevel__Default", "Warning"),
                ("Logging__LogLevel__AgaBot", "Warning"),
                .. settings,
            ]
        );
}

namespace AgaBot.Bench.Processes;

/// <summary>The bot under test: the one built with the bench, or one that <c>deploy/publish.sh</c> made.</summary>
/// <param name="Folder">The folder of <c>AgaBot.dll</c> and its files.</param>
internal sealed record BotProgram(string Folder)
{
    public static BotProgram BuiltWithTheBench { get; } = new(AppContext.BaseDirectory);

    /// <summary>As <c>dotnet run --project Bot</c> starts it: durable SQLite, <c>synchronous=FULL</c>; logging from Warning up.</summary>
    public ChildServer Start(HeldPort port, string database, params (string Key, string Value)[] settings) =>
        Start(port, [("Storage__Sqlite__Path", database), .. settings]);

    public ChildServer Start(HeldPort port, (string Key, string Value)[] settings) =>
        new(
            "bot",
            Path.Combine(Path.GetFullPath(Folder), "AgaBot.dll"),
            port,
            [],
            [
                ("ASPNETCORE_ENVIRONMENT", "Development"),
                ("ASPNETCORE_URLS", $"http://127.0.0.1:{port.Number}"),
                ("Logging__LogLevel__Default", "Warning"),
                ("Logging__LogLevel__AgaBot", "Warning"),
                .. settings,
            ]
        );
}

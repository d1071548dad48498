using System.Diagnostics;
using System.Globalization;
using AgaBot.Commands;
using AgaBot.Storage;
using AgaBot.Storage.Sqlite;
using AgaBot.Tests.Hosting;
using AgaBot.Tests.Storage;

namespace AgaBot.Tests.Commands;

/// <summary>The operator commands as processes: on a mistyped path, on a damaged file, and when they are ended.</summary>
[Trait("Category", "Integration")]
public sealed class CommandsOnFilesTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private static CancellationToken None => CancellationToken.None;

    private string DatabasePath => folder.File("agabot.db");

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("backup FILE")]
    [InlineData("export FILE")]
    [InlineData("recount")]
    [InlineData("compact")]
    [InlineData("retention confirm")]
    [InlineData("audit verify")]
    [InlineData("audit seal FILE")]
    public async Task A_store_that_is_not_there_is_said_so_and_nothing_is_made(string command)
    {
        FinishedProcess finished = await RunAsync(command);

        Assert.Equal((ExitCode.Fault, ""), (finished.ExitCode, finished.Output));
        Assert.Contains($"There is no store at {DatabasePath}", finished.Errors, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    [Theory]
    [InlineData("backup FILE")]
    [InlineData("recount")]
    [InlineData("audit verify")]
    public async Task A_damaged_store_is_said_so(string command)
    {
        await FillAsync(rows: 400, bytes: 5000);
        await SqliteUpkeepTests.DamageAsync(DatabasePath);

        FinishedProcess finished = await RunAsync(command);

        Assert.Equal((ExitCode.Fault, ""), (finished.ExitCode, finished.Output));
        Assert.Contains("is damaged", finished.Errors, StringComparison.Ordinal);
        Assert.False(File.Exists(folder.File("out")));
    }

    [Fact]
    public async Task The_bot_does_not_start_on_a_file_of_no_bytes()
    {
        await File.WriteAllBytesAsync(DatabasePath, []);

        FinishedProcess finished = await RunAsync("");

        Assert.Equal(StartupError.ExitCode, finished.ExitCode);
        Assert.Contains("is a file of no bytes", finished.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", finished.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("backup FILE", "TERM")]
    [InlineData("export FILE", "INT")]
    public async Task A_command_that_a_signal_ends_leaves_no_file(string command, string signal)
    {
        await FillAsync(rows: 120, bytes: 900_000);

        Assert.Equal(ExitCode.Interrupted, await EndedBySignalAsync(command, signal));

        Assert.Empty(Unfinished());
        Assert.False(File.Exists(folder.File("out")));
    }

    [Theory]
    [InlineData("backup FILE")]
    [InlineData("export FILE")]
    public async Task What_a_killed_command_left_goes_with_the_next(string command)
    {
        await FillAsync(rows: 120, bytes: 900_000);
        using Process process = Start(command);
        await UnfinishedAsync(process);
        await SignalAsync(process, "KILL");
        Assert.NotEmpty(Unfinished());

        FinishedProcess next = await RunAsync("recount");

        Assert.True(next.ExitCode == ExitCode.Done, $"{next}");
        Assert.Empty(Unfinished());
    }

    private async Task FillAsync(int rows, int bytes)
    {
        await using var store = new SqliteStore(new SqliteOptions { Path = DatabasePath, Synchronous = SqliteSynchronous.Normal });
        for (int row = 0; row < rows; row++)
            await store.WriteAsync("filler", [new EntityWrite.Insert($"{row:D9}", new byte[bytes])], None);
    }

    private string[] Unfinished() => Directory.GetFiles(folder.Path, $"*{UnfinishedFiles.Suffix}*");

    /// <summary>Waits until the command writes its file.</summary>
    private async Task UnfinishedAsync(Process process)
    {
        for (
            var limit = Stopwatch.StartNew();
            !Unfinished().Any(static file => new FileInfo(file) is { Exists: true, Length: > 0 }) && !File.Exists(folder.File("out"));
            await Task.Delay(1)
        )
            Assert.True(limit.Elapsed < TimeSpan.FromSeconds(60) && !process.HasExited, "The command wrote no file.");
    }

    /// <summary>On a busy machine a command may be done before the signal comes; then it is tried again.</summary>
    private async Task<int> EndedBySignalAsync(string command, string signal)
    {
        for (int left = 3; ; left--)
        {
            using Process process = Start(command);
            await UnfinishedAsync(process);
            await SignalAsync(process, signal);
            if (process.ExitCode != ExitCode.Done || left == 0)
                return process.ExitCode;
            File.Delete(folder.File("out"));
        }
    }

    private static async Task SignalAsync(Process process, string signal)
    {
        using Process kill = Process.Start("kill", [$"-{signal}", process.Id.ToString(CultureInfo.InvariantCulture)]);
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(30));
    }

    private Task<FinishedProcess> RunAsync(string command) => FinishedProcess.RunAsync(Command(command), TimeSpan.FromMinutes(1));

    private Process Start(string command)
    {
        ProcessStartInfo start = Command(command);
        start.RedirectStandardError = start.RedirectStandardOutput = true;
        return Process.Start(start)!;
    }

    /// <summary>A test run that a shell started in the background ignores SIGINT, and so would its children.</summary>
    private ProcessStartInfo Command(string command) =>
        new(
            "env",
            [
                "--default-signal=INT",
                "dotnet",
                Path.Combine(AppContext.BaseDirectory, "AgaBot.dll"),
                .. command.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word == "FILE" ? folder.File("out") : word),
                $"--Storage:Sqlite:Path={DatabasePath}",
            ]
        )
        {
            WorkingDirectory = AppContext.BaseDirectory,
            Environment = { ["ASPNETCORE_ENVIRONMENT"] = "Development", ["ASPNETCORE_URLS"] = "http://127.0.0.1:0" },
        };
}

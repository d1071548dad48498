using System.Diagnostics;
using System.Globalization;
using AgaBot.Bench.Processes;
using AgaBot.Tests.Storage;

namespace AgaBot.Tests.Deploy;

/// <summary>
/// Restarts the bot whenever it ends, as systemd does; with a socket unit, it keeps the listening socket and hands it to each bot
/// (<c>LISTEN_FDS</c>, sd_listen_fds(3)).
/// </summary>
internal sealed class Supervisor : IDisposable
{
    private const string Script = """
        use strict; use Socket; use POSIX ();
        my ($port, $socket, @bot) = @ARGV;
        $| = 1;
        if ($socket) {
            socket(my $s, PF_INET, SOCK_STREAM, 0) or die $!;
            setsockopt($s, SOL_SOCKET, SO_REUSEADDR, 1) or die $!;
            bind($s, sockaddr_in($port, INADDR_LOOPBACK)) or die $!;
            listen($s, 4096) or die $!;
            POSIX::dup2(fileno($s), 3) or die $! if fileno($s) != 3;
            require Fcntl; open(my $three, "+<&=3"); fcntl($three, Fcntl::F_SETFD(), 0);
            our @keep = ($s, $three);
            $ENV{LISTEN_FDS} = 1;
        }
        while (1) {
            my $pid = fork();
            if ($pid == 0) { $ENV{LISTEN_PID} = $$ if $socket; exec @bot; die $!; }
            print "bot $pid\n";
            waitpid($pid, 0);
        }
        """;

    private readonly Process process;
    private volatile int bot;

    public Supervisor(HeldPort port, bool hasSocket, TemporaryFolder state)
    {
        var start = new ProcessStartInfo(
            "perl",
            [
                "-e",
                Script,
                $"{port.Number}",
                hasSocket ? "1" : "0",
                "dotnet",
                Path.Combine(AppContext.BaseDirectory, "AgaBot.dll"),
                "--DirectLine:Limits:TokensPerAddress:Burst=100000",
            ]
        )
        {
            WorkingDirectory = AppContext.BaseDirectory,
            RedirectStandardOutput = true,
            Environment =
            {
                ["ASPNETCORE_ENVIRONMENT"] = "Production",
                ["ASPNETCORE_URLS"] = $"http://127.0.0.1:{port.Number}",
                ["Bot__WebOnly"] = "true",
                ["Storage__Sqlite__Path"] = state.File("agabot.db"),
                ["Logging__LogLevel__Default"] = "Warning",
            },
        };
        process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) =>
        {
            if (line.Data?.StartsWith("bot ", StringComparison.Ordinal) == true)
                bot = int.Parse(line.Data[4..], CultureInfo.InvariantCulture);
        };
        process.BeginOutputReadLine();
    }

    /// <summary>Like <c>systemctl restart</c>; returns when the next bot was started, before it listens.</summary>
    public async Task RestartAsync()
    {
        int before = bot;
        using Process kill = Process.Start("kill", ["-TERM", $"{before}"]);
        for (var limit = Stopwatch.StartNew(); bot == before; await Task.Delay(10))
            Assert.True(limit.Elapsed < TimeSpan.FromSeconds(30), "The bot did not stop.");
    }

    public void Dispose()
    {
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
        process.Dispose();
    }
}

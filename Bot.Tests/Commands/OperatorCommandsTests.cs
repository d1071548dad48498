using System.Collections.Immutable;
using AgaBot.Commands;
using AgaBot.Turns.Persistence;

namespace AgaBot.Tests.Commands;

public sealed class OperatorCommandsTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("recount", "recount")]
    [InlineData("import /tmp/datos.jsonl --Storage:Sqlite:Path=/tmp/x.db", "import /tmp/datos.jsonl")]
    [InlineData("import datos=1.jsonl --urls http://localhost:1", "import datos=1.jsonl")]
    [InlineData("--environment=Development", "")]
    [InlineData("urls=http://localhost:1", "")]
    public void What_stands_before_the_settings_is_the_command(string arguments, string words)
    {
        string[] all = arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries);

        CommandLine line = CommandLine.Read(all);

        Assert.Equal(words, string.Join(' ', line.Words));
        Assert.Equal(all, line.Words.AddRange(line.Settings));
    }

    [Fact]
    public async Task A_command_gets_what_follows_its_name() =>
        Assert.Equal((ExitCode.Done, "check a.txt", ""), await RunAsync("log check a.txt"));

    [Theory]
    [InlineData("log check")]
    [InlineData("log check a.txt b.txt")]
    public async Task A_command_with_too_few_or_many_arguments_says_how_it_is_called(string words) =>
        Assert.Equal((ExitCode.Usage, "", "It is called so: log check FILE"), await RunAsync(words));

    [Theory]
    [InlineData("nonsense")]
    [InlineData("log")]
    public async Task An_unknown_command_is_answered_with_those_there_are(string words)
    {
        (int exitCode, string output, string error) = await RunAsync(words);

        Assert.Equal((ExitCode.Usage, ""), (exitCode, output));
        Assert.StartsWith($"There is no command '{words}'.", error, StringComparison.Ordinal);
        Assert.Contains("log check FILE  checks a file", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_names_every_command()
    {
        (int exitCode, string output, _) = await RunAsync("help");

        Assert.Equal(ExitCode.Done, exitCode);
        Assert.Contains("break [FILE]", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_that_is_down_is_a_sentence_and_not_a_stack() =>
        Assert.Equal((ExitCode.Fault, "", "The store is down."), await RunAsync("break"));

    private static async Task<(int ExitCode, string Output, string Error)> RunAsync(string words)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        int exitCode = await new OperatorCommandRunner([new Check(), new Break()]).RunAsync(
            [.. words.Split(' ')],
            output,
            error,
            CancellationToken.None
        );
        return (exitCode, output.ToString().TrimEnd(), error.ToString().TrimEnd());
    }

    private sealed class Check : IOperatorCommand
    {
        public string Name => "log check";

        public string Parameters => "FILE";

        public string Purpose => "checks a file";

        public async ValueTask<int> RunAsync(ImmutableArray<string> arguments, TextWriter output, CancellationToken cancellationToken)
        {
            await output.WriteLineAsync($"check {string.Join(' ', arguments)}");
            return ExitCode.Done;
        }
    }

    private sealed class Break : IOperatorCommand
    {
        public string Name => "break";

        public string Parameters => "[FILE]";

        public string Purpose => "breaks";

        public ValueTask<int> RunAsync(ImmutableArray<string> arguments, TextWriter output, CancellationToken cancellationToken) =>
            throw new StoreUnavailableException("The store is down.");
    }
}

using System.Text.RegularExpressions;
using AgaBot.Dialogs.Commands;
using AgaBot.Dialogs.Phrasing;

namespace AgaBot.Tests.Dialogs;

/// <summary>What people read about the commands, in the README and in <i>ayuda</i>, held against the commands that there are.</summary>
public sealed partial class CommandTableTests
{
    private static readonly string Table = ReadTable();

    public static TheoryData<string> Keys =>
        [
            .. CommandCatalog
                .Of<CommandPattern>()
                .Select(static pattern =>
                    pattern switch
                    {
                        CommandPattern.Bare { Key: var key } => key,
                        CommandPattern.WithNumber { Key: var key } => key,
                        CommandPattern.WithPick { Key: var key } => key,
                        CommandPattern.WithText { Key: var key } => key,
                        CommandPattern.WithCode { Key: var key } => key,
                        CommandPattern.WithName { Key: var key } => key,
                        _ => null,
                    }
                )
                .OfType<string>()
                .Distinct(),
        ];

    [Theory]
    [MemberData(nameof(Keys))]
    public void The_readme_names_every_command(string key) =>
        Assert.Contains($"`{CommandWords.Name(Words.Spanish, key)}", Table, StringComparison.Ordinal);

    [Fact]
    public void Every_word_in_the_readme_is_a_command() => Assert.All(Said().Matches(Table), said => AssertIsCommand(said.Groups[1].Value));

    [Theory]
    [InlineData("es")]
    [InlineData("en")]
    public void Every_line_of_the_help_begins_with_a_command(string language)
    {
        Words words = Words.Of(language);
        string[] lines = $"{words["help.orders"]}\n{words["help.coordinatorOrders"]}".Split('\n');

        Assert.All(lines, line => AssertIsCommand(line[..line.IndexOf(':', StringComparison.Ordinal)]));
    }

    private static void AssertIsCommand(string said) =>
        Assert.True(CommandReader.Read(said.Replace("CÓDIGO", "ABCD-2345", StringComparison.Ordinal)) is Utterance.Ordered, said);

    private static string ReadTable()
    {
        string readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));
        int start = readme.IndexOf("| say |", StringComparison.Ordinal);
        return readme[start..readme.IndexOf("\n\n", start, StringComparison.Ordinal)]
            .Replace("`¿qué es corresponsable?`", "", StringComparison.Ordinal);
    }

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Said();
}

using System.Text.RegularExpressions;
using AgaBot.Channels.Capabilities;

namespace AgaBot.Tests.Architecture;

/// <summary>What a channel can do is data in one table, and words for people are in the resource files.</summary>
public sealed partial class ChannelNamesTests
{
    private static readonly string Bot = Path.Combine(Repository.Root, "Bot");

    /// <summary>Searched where a channel's id can be seen at all: elsewhere <c>line</c> is a word like any other.</summary>
    [Fact]
    public void A_channel_is_named_in_the_table_alone()
    {
        var name = new Regex($"\"({string.Join('|', ChannelCapabilities.Known.Select(Regex.Escape))})\"");

        string[] naming =
        [
            .. Sources("Channels")
                .Concat(Sources("Turns"))
                .Where(file => name.IsMatch(File.ReadAllText(file)))
                .Select(file => Path.GetRelativePath(Bot, file)),
        ];

        Assert.Equal([Path.Combine("Channels", "Capabilities", "ChannelCapabilities.cs")], naming);
    }

    [Fact]
    public void No_sentence_for_people_stands_in_the_code_of_the_dialogs()
    {
        string[] sentences =
        [
            .. Sources("Dialogs")
                .SelectMany(File.ReadLines)
                .Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal) && !ForEngineers().IsMatch(line))
                .SelectMany(line => Literal().Matches(line).Select(literal => literal.Groups[1].Value))
                .Where(words => TwoWords().IsMatch(words)),
        ];

        Assert.Empty(sentences);
    }

    /// <summary>
    /// What these rooms write is for engineers and for other programs, and that is in English; a text for people would stand there in
    /// Spanish, and so is known by its letters or its small words.
    /// </summary>
    [Theory]
    [InlineData("Turns")]
    [InlineData("Channels")]
    [InlineData("Plans")]
    [InlineData("Consultations")]
    [InlineData("Reports")]
    public void No_spanish_stands_in_the_code_of(string room)
    {
        string[] spanish =
        [
            .. Sources(room)
                .SelectMany(File.ReadLines)
                .Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal))
                .SelectMany(line => Literal().Matches(line).Select(literal => literal.Groups[1].Value))
                .Where(words => Spanish().IsMatch(words)),
        ];

        Assert.Empty(spanish);
    }

    private static IEnumerable<string> Sources(string room) =>
        Directory
            .GetFiles(Path.Combine(Bot, room), "*.cs", SearchOption.AllDirectories)
            .Where(file =>
                !Path.GetRelativePath(Bot, file)
                    .Split(Path.DirectorySeparatorChar)
                    .Any(folder => folder is "obj" or "bin" or "node_modules")
            );

    [GeneratedRegex(@"LoggerMessage|Exception\(")]
    private static partial Regex ForEngineers();

    [GeneratedRegex(@"""((?:[^""\\]|\\.)*)""")]
    private static partial Regex Literal();

    [GeneratedRegex(
        @"[¿¡áéíóúñ]|(?<![\w-])(el|la|los|las|de|del|que|su|sus|para|con|por|una|usted|ya|escriba)(?![\w-])",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Spanish();

    [GeneratedRegex(@"\p{L}{2,} \p{L}{2,}")]
    private static partial Regex TwoWords();
}

using System.Text.RegularExpressions;
using AgaBot.Tests.Hosting;
using AgaBot.Turns.Sending;
using Microsoft.Extensions.DependencyInjection;

namespace AgaBot.Tests.Transcripts;

/// <summary>
/// Whole conversations as text that a coordinator could read, replayed through the app over HTTP at a fixed day.
/// <c>UPDATE_TRANSCRIPTS=1</c> writes them anew; then the difference is read, aloud.
/// </summary>
[Trait("Category", "Integration")]
public sealed partial class TranscriptTests
{
    private const int LongestLine = 300;

    private const int ShortestOwnWords = 30;

    private static readonly string Folder = Path.Combine(Repository.Root, "Bot.Tests", "Transcripts");

    public static TheoryData<string> Names => [.. Transcripts()];

    /// <summary>Those on a channel without cards, whose messages come whole.</summary>
    public static TheoryData<string> TypedNames =>
        [
            .. Transcripts()
                .Where(name =>
                    File.ReadAllText(Path.Combine(Folder, name + ".transcript")) is var written
                    && !written.Contains("@canal tarjetas", StringComparison.Ordinal)
                    && !written.Contains("@canal teams", StringComparison.Ordinal)
                    && !written.Contains("@canal página", StringComparison.Ordinal)
                    && !written.Contains("@largo", StringComparison.Ordinal)
                ),
        ];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_bot_talks_as_written(string name)
    {
        string file = Path.Combine(Folder, name + ".transcript");
        string written = await File.ReadAllTextAsync(file);
        await using BotApp app = Start(written);

        string played = await new TranscriptPlayer(app).PlayAsync(written);

        if (Environment.GetEnvironmentVariable("UPDATE_TRANSCRIPTS") == "1")
            await File.WriteAllTextAsync(file, played);
        else
            Assert.Equal(written, played);
    }

    /// <summary>
    /// A person who types reads the same words and leaves the same ficha on a channel with cards and on one without. Only the receipt
    /// numbers differ.
    /// </summary>
    [Theory]
    [MemberData(nameof(TypedNames))]
    public async Task What_is_said_in_words_is_what_the_cards_say(string name)
    {
        string written = await File.ReadAllTextAsync(Path.Combine(Folder, name + ".transcript"));
        await using BotApp app = Start(written);

        string played = await new TranscriptPlayer(app, likeText: true).PlayAsync(written);

        Assert.Equal(ReceiptNumber().Replace(written, "#"), ReceiptNumber().Replace(played, "#"));
    }

    /// <summary>
    /// As many characters as an official reads before they choose. What they wrote themselves is theirs to read back, and so is what a
    /// consultation or a plan is called.
    /// </summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void Nothing_that_the_bot_says_is_longer_than_people_read_before_a_choice(string name)
    {
        string[] lines = File.ReadAllLines(Path.Combine(Folder, name + ".transcript"));
        string[] own =
        [
            .. lines
                .Where(line => line.StartsWith("> ", StringComparison.Ordinal))
                .Select(line => line[2..])
                .Where(line => line.Length > ShortestOwnWords),
        ];

        string[] tooLong =
        [
            .. lines
                .Where(line => line.StartsWith("< ", StringComparison.Ordinal) && line.Length > 2 + LongestLine)
                .Where(line => !own.Any(words => line.Contains(words[..ShortestOwnWords], StringComparison.Ordinal))),
        ];
        Assert.Empty(tooLong);
    }

    private static IEnumerable<string> Transcripts() =>
        Directory.GetFiles(Folder, "*.transcript").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal);

    private static BotApp Start(string transcript) =>
        BotApp.Start(
            new BotAppSettings
            {
                Now = new DateTimeOffset(TranscriptPlayer.DayOf(transcript).ToDateTime(new TimeOnly(9, 0)), TimeSpan.FromHours(-5)),
                Configuration = TranscriptPlayer.ConfigurationOf(transcript).Add("Coordinators:AccessCode", "TRUJILLO-2016"),
                Services = static services =>
                    services
                        .AddSingleton<SpokenFirst>()
                        .AddSingleton<IReplySenders>(static provider => provider.GetRequiredService<SpokenFirst>()),
            }
        );

    [GeneratedRegex(@"\d{3}-\d{3}-\d\b")]
    private static partial Regex ReceiptNumber();
}

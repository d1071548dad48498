using System.Collections.Immutable;
using AgaBot.Tests.Hosting;

namespace AgaBot.Tests.Transcripts;

/// <summary>
/// Whole conversations as text that a coordinator could read, replayed through the app over HTTP at a fixed day.
/// <c>UPDATE_TRANSCRIPTS=1</c> writes them anew; then the difference is read, aloud.
/// </summary>
public sealed class TranscriptTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "Bot.Tests", "Transcripts");

    public static TheoryData<string> Names => [.. Directory.GetFiles(Folder, "*.transcript").Select(file => Path.GetFileNameWithoutExtension(file)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_bot_talks_as_written(string name)
    {
        string file = Path.Combine(Folder, name + ".transcript");
        string written = await File.ReadAllTextAsync(file);
        await using BotApp app = BotApp.Start(new BotAppSettings
        {
            Now = new DateTimeOffset(TranscriptPlayer.DayOf(written).ToDateTime(new TimeOnly(9, 0)), TimeSpan.FromHours(-5)),
            Configuration = ImmutableDictionary<string, string>.Empty.Add("Coordinators:AccessCode", "TRUJILLO-2016"),
        });

        string played = await new TranscriptPlayer(app).PlayAsync(written);

        if (Environment.GetEnvironmentVariable("UPDATE_TRANSCRIPTS") == "1")
            await File.WriteAllTextAsync(file, played);
        else
            Assert.Equal(written, played);
    }
}

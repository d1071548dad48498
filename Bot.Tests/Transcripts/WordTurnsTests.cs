using Xunit.Abstractions;

namespace AgaBot.Tests.Transcripts;

/// <summary>How many turns it takes a person who was here before, from <i>proponer</i> to the receipt.</summary>
public sealed class WordTurnsTests(ITestOutputHelper output)
{
    private const int Most = 3;

    [Theory]
    [InlineData("ficha-en-word", "> (envía ficha.docx)")]
    [InlineData("ficha-pegada", "> FICHA DE PROPUESTA DE COMPROMISO")]
    public void A_ficha_that_is_written_already_is_sent_in_three_turns(string transcript, string begins)
    {
        string[] lines = File.ReadAllLines(Path.Combine(Repository.Root, "Bot.Tests", "Transcripts", transcript + ".transcript"));
        int start = Array.LastIndexOf(lines, "> proponer", Array.IndexOf(lines, begins));
        int end = Array.FindIndex(lines, start, line => line.StartsWith("= ficha ", StringComparison.Ordinal));

        // Several lines that follow each other are one message.
        int turns = Enumerable
            .Range(start, end - start)
            .Count(index =>
                lines[index].StartsWith("> ", StringComparison.Ordinal) && !lines[index - 1].StartsWith("> ", StringComparison.Ordinal)
            );

        output.WriteLine($"{transcript}: {turns} turns");
        Assert.Equal(Most, turns);
    }
}

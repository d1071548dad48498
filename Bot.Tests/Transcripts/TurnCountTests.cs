using AgaBot.Plans;
using AgaBot.Tests.Channels.DirectLine;
using AgaBot.Tests.Hosting;
using AgaBot.Tests.LaLibertad;
using AgaBot.Tests.Plans.DocumentImport;
using Xunit.Abstractions;

namespace AgaBot.Tests.Transcripts;

/// <summary>
/// How many turns a whole ficha takes somebody who has been here before, from <i>proponer</i> to the receipt, as the transcripts show it.
/// </summary>
[Trait("Category", "Integration")]
public sealed class TurnCountTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("turnos-escribiendo", 12)]
    [InlineData("turnos-con-tarjetas", 10)]
    public void A_whole_ficha_is_sent_within(string transcript, int most)
    {
        int turns = Turns(File.ReadAllLines(Path.Combine(Repository.Root, "Bot.Tests", "Transcripts", transcript + ".transcript")));

        output.WriteLine($"{transcript}: {turns} turns, at most {most}");
        Assert.InRange(turns, 1, most);
    }

    [Fact]
    public async Task A_whole_ficha_in_Word_is_sent_within_three()
    {
        await using BotApp bot = BotApp.Start();
        PageVisitor rosa = await PageVisitor.OpenAsync(bot);
        foreach (
            string answer in (string[])["proponer", "sí", "Participante 35", "Gobierno Regional La Libertad", "1", "saltar", "cancelar"]
        )
            await rosa.SayAsync(answer);

        await rosa.SayAsync("proponer");
        using HttpResponseMessage sent = await rosa.SendFileAsync(new PaperForm(Workshop.Load().Fichas[0]).ToWord(), "ficha.docx");
        await PageVisitor.ReadAsync(sent);
        await rosa.SayAsync("enviar");

        Proposal proposal = Assert.Single(await UploadTests.SubmittedAsync(bot, rosa));
        WorkshopReplay.AssertWords(Workshop.Load().Fichas[0], proposal);
        output.WriteLine("Word: 3 turns, at most 3");
    }

    /// <summary>Turns of the last ficha in the transcript. Consecutive lines that begin with <c>&gt;</c> are one message.</summary>
    private static int Turns(string[] lines)
    {
        int turns = 0;
        int whole = 0;
        for (int index = 0; index < lines.Length; index++)
        {
            if (IsSaid(lines[index]) && (index == 0 || !IsSaid(lines[index - 1])))
                turns = lines[index] is "> proponer" or "> [Proponer un compromiso]" ? 1 : turns + 1;
            if (lines[index].Contains("Recibimos su ficha", StringComparison.Ordinal))
                whole = turns;
        }
        return whole;
    }

    private static bool IsSaid(string line) => line.StartsWith("> ", StringComparison.Ordinal);
}

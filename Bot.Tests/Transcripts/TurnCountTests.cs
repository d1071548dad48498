using AgaBot.Plans;
using AgaBot.Tests.Channels.DirectLine;
using AgaBot.Tests.Hosting;
using AgaBot.Tests.LaLibertad;
using AgaBot.Tests.Plans.DocumentImport;
using Xunit.Abstractions;

namespace AgaBot.Tests.Transcripts;

/// <summary>
/// How many turns somebody new takes from <i>proponer</i> or <i>aporte</i> to the receipt, consent and who they are included.
/// </summary>
[Trait("Category", "Integration")]
public sealed class TurnCountTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("turnos-escribiendo", 13)]
    [InlineData("turnos-con-tarjetas", 10)]
    [InlineData("turnos-de-un-aporte", 4)]
    public void A_whole_ficha_is_sent_within(string transcript, int most)
    {
        int turns = Turns(File.ReadAllLines(Path.Combine(Repository.Root, "Bot.Tests", "Transcripts", transcript + ".transcript")));

        output.WriteLine($"{transcript}: {turns} turns, at most {most}");
        Assert.InRange(turns, 1, most);
    }

    [Fact]
    public async Task A_whole_ficha_in_Word_is_sent_within_four()
    {
        await using BotApp bot = BotApp.Start();
        PageVisitor rosa = await PageVisitor.OpenAsync(bot);

        using HttpResponseMessage sent = await rosa.SendFileAsync(new PaperForm(Workshop.Load().Fichas[0]).ToWord(), "ficha.docx");
        await PageVisitor.ReadAsync(sent);
        foreach (string said in (string[])["sí", "enviar", "Participante 35, Gobierno Regional La Libertad, mujer"])
            await rosa.SayAsync(said);

        Proposal proposal = Assert.Single(await UploadTests.SubmittedAsync(bot, rosa));
        WorkshopReplay.AssertWords(Workshop.Load().Fichas[0], proposal);
    }

    /// <summary>Turns of the last proposal in the transcript. Consecutive lines that begin with <c>&gt;</c> are one message.</summary>
    private static int Turns(string[] lines)
    {
        int turns = 0;
        int whole = 0;
        for (int index = 0; index < lines.Length; index++)
        {
            if (IsSaid(lines[index]) && (index == 0 || !IsSaid(lines[index - 1])))
                turns = lines[index] is "> proponer" or "> aporte" or "> [Proponer un compromiso]" ? 1 : turns + 1;
            if (lines[index].Contains("Recibimos su ", StringComparison.Ordinal))
                whole = turns;
        }
        return whole;
    }

    private static bool IsSaid(string line) => line.StartsWith("> ", StringComparison.Ordinal);
}

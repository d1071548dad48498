using System.Text;
using AgaBot.Tests.Hosting;

namespace AgaBot.Tests.Dialogs;

[Trait("Category", "Integration")]
public sealed class ManyRowsTests
{
    [Fact]
    public async Task A_table_of_fifty_rows_stays_a_card_that_every_channel_takes()
    {
        await using BotApp app = BotApp.Start();
        Talker talker = app.Talker("ana");
        foreach (
            string words in (string[])
                [
                    "presentarme",
                    "sí",
                    "Ana",
                    "Municipalidad",
                    "Municipios",
                    "saltar",
                    "proponer",
                    "1",
                    "Una propuesta",
                    "saltar",
                    "saltar",
                    "saltar",
                    "saltar",
                ]
        )
            await talker.SayAsync(words);

        string fifty = string.Join(
            '\n',
            Enumerable.Range(1, 50).Select(n => $"Capacitación número {n} a funcionarios y sociedad civil; Jun 2016; Dic 2016")
        );
        CardInHand card = (await talker.SayAsync(fifty))[^1].Card!;

        Assert.True(Encoding.UTF8.GetByteCount(card.Json.GetRawText()) < 28 * 1024);
        Assert.Contains("Capacitación número 50", card.Json.GetRawText(), StringComparison.Ordinal);
        Assert.Contains("las últimas 10 de 50", card.Json.GetRawText(), StringComparison.Ordinal);
    }
}

using System.Text;
using AgaBot.Storage;
using AgaBot.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace AgaBot.Tests.Dialogs;

/// <summary>A draft of an earlier version of the form, in the whole app.</summary>
[Trait("Category", "Integration")]
public sealed class ChangedFormTests
{
    [Fact]
    public async Task A_draft_whose_question_is_gone_goes_on_with_what_was_answered()
    {
        (BotApp bot, Talker ana) = await BegunAsync("\"question\":\"objetivo\"", "\"question\":\"presupuesto\"");
        await using BotApp app = bot;

        string answer = await ana.AskAsync("Cien mil soles");

        Assert.StartsWith("El formulario cambió desde que lo empezó. Sus respuestas siguen aquí.", answer, StringComparison.Ordinal);
        Assert.Contains("(4 de 8)", answer, StringComparison.Ordinal);
        string review = await ana.AskAsync("enviar");
        Assert.Contains("Agua segura en Huamachuco", review, StringComparison.Ordinal);
        Assert.DoesNotContain("Cien mil soles", review, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_fits_no_longer_stays_in_sight_and_is_not_sent()
    {
        (BotApp bot, Talker ana) = await BegunAsync("\"problema\":{\"kind\":\"text\"", "\"presupuesto\":{\"kind\":\"text\"");
        await using BotApp app = bot;

        string answer = await ana.AskAsync("Que todos tengan agua");
        Assert.Contains("lo que ya no encaja (presupuesto) queda a la vista", answer, StringComparison.Ordinal);
        await app.RestartAsync();
        string review = await ana.AskAsync("enviar");

        Assert.Contains("Que todos tengan agua", review, StringComparison.Ordinal);
        Assert.Contains("(ya no se pregunta así) presupuesto: Los caños están secos", review, StringComparison.Ordinal);
        Assert.StartsWith("¡Gracias! Recibimos su ficha.", await ana.AskAsync("enviar"), StringComparison.Ordinal);
    }

    /// <summary>
    /// A ficha of which two answers and a problem are given, and of whose rows a word was another in the version that wrote them.
    /// </summary>
    private static async Task<(BotApp App, Talker Ana)> BegunAsync(string now, string then)
    {
        BotApp app = BotApp.Start();
        Talker ana = app.Talker("ana", channel: "sms");
        foreach (
            string said in (string[])
                [
                    "presentarme",
                    "sí",
                    "Ana",
                    "Municipalidad",
                    "1",
                    "saltar",
                    "proponer",
                    "1",
                    "Agua segura en Huamachuco",
                    "Los caños están secos",
                ]
        )
            await ana.SayAsync(said);

        var store = app.Services.GetRequiredService<IEntityStore>();
        int changed = 0;
        var rows = new List<ScannedEntity>();
        await foreach (ScannedEntity row in app.Services.GetRequiredService<IEntityScan>().ScanAsync("who:", CancellationToken.None))
            rows.Add(row);
        foreach (ScannedEntity row in rows.Where(static row => row.Row == "person"))
        {
            string json = Encoding.UTF8.GetString(row.Value.Span);
            string other = json.Replace(now, then, StringComparison.Ordinal);
            changed += json == other ? 0 : 1;
            Entity entity = (await store.GetAsync(row.Partition, row.Row, CancellationToken.None))!;
            await store.WriteAsync(
                row.Partition,
                [new EntityWrite.Replace(row.Row, Encoding.UTF8.GetBytes(other), entity.ETag)],
                CancellationToken.None
            );
        }

        Assert.Equal(1, changed);
        await app.RestartAsync();
        return (app, ana);
    }
}

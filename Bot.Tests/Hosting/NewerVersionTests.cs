using System.Text;
using System.Text.Json.Nodes;
using AgaBot.Plans;
using AgaBot.Storage;
using AgaBot.Storage.Records;
using AgaBot.Turns.Requests;
using Microsoft.Extensions.DependencyInjection;

namespace AgaBot.Tests.Hosting;

/// <summary>
/// Two versions of the program on one store, as while a new one is rolled out: the older one meets what it does not know.
/// </summary>
[Trait("Category", "Integration")]
public sealed class NewerVersionTests : IAsyncLifetime
{
    private const string Renewed = "En este momento me están actualizando";

    private static readonly ParticipantId Rosa = ParticipantIds.Of("emulator", "rosa");

    private readonly BotApp bot = BotApp.Start();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await bot.DisposeAsync();

    private IEntityStore Store => bot.Services.GetRequiredService<IEntityStore>();

    [Theory]
    [InlineData("""{"nickname":"Rosita"}""")]
    [InlineData("""{"v":2}""")]
    [InlineData("""{"roles":["Mediator"]}""")]
    public Task A_person_of_a_newer_version_is_told_so_and_their_row_is_left_as_it_is(string newer) =>
        IsLeftAsync(RowKeys.PersonPartition(Rosa), RowKeys.Person, newer, "Rosa Flores", "organización");

    [Fact]
    public Task A_conversation_of_a_newer_version_is_told_so_and_its_row_is_left_as_it_is() =>
        IsLeftAsync(RowKeys.PersonPartition(Rosa), RowKeys.Talk("c-rosa"), """{"mood":"happy"}""", "Rosa Flores", "organización");

    [Fact]
    public async Task A_figure_that_a_newer_version_keeps_is_not_counted_on()
    {
        Talker rosa = bot.Talker("rosa");
        foreach (string said in (string[])["presentarme", "sí", "Rosa Flores", "JUSHCAMIL", "1", "saltar", "proponer"])
            await rosa.AskAsync(said);
        string plan = RowKeys.PlanPartition(bot.Services.GetRequiredService<Plan>());
        Entity counter = Assert.Single(
            (await Store.QueryAsync(plan, RowRange.StartingWith(RowKeys.Counters), 10, null, CancellationToken.None)).Rows
        );
        byte[] newer = Changed(counter.Value, """{"visits":3}""");
        string etag = await WriteAsync(plan, counter.Row, newer, counter.ETag);

        Assert.Contains(Renewed, await rosa.AskAsync("1"), StringComparison.Ordinal);
        Assert.Contains(Renewed, await rosa.AskAsync("avance"), StringComparison.Ordinal);

        Assert.Equal(newer, (await Store.GetAsync(plan, counter.Row, CancellationToken.None))!.Value.ToArray());
        await WriteAsync(plan, counter.Row, counter.Value.ToArray(), etag);
        Assert.Contains("2 de 8", await rosa.AskAsync("1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_that_the_first_version_kept_is_gone_on_with()
    {
        string first = Path.Combine(AppContext.BaseDirectory, "Storage", "Shapes", "Versions", "01-la-primera.jsonl");
        JsonNode kept = JsonNode.Parse(File.ReadLines(first).First())!;
        Assert.Equal("person", (string?)kept["row"]);
        JsonNode person = JsonNode.Parse((string)kept["value"]!)!;
        person["id"] = Rosa.Value;
        await Store.WriteAsync(
            RowKeys.PersonPartition(Rosa),
            [new EntityWrite.Insert(RowKeys.Person, Encoding.UTF8.GetBytes(person.ToJsonString()))],
            CancellationToken.None
        );
        Talker rosa = bot.Talker("rosa");

        await rosa.AskAsync("retomar");
        await rosa.AskAsync("Nadie encuentra los presupuestos");

        string own = await rosa.AskAsync("mis datos");
        Assert.Contains("Rosa Flores", own, StringComparison.Ordinal);
        Entity after = (await Store.GetAsync(RowKeys.PersonPartition(Rosa), RowKeys.Person, CancellationToken.None))!;
        JsonNode answers = JsonNode.Parse(after.Value.Span)!["drafts"]![0]!["session"]!["answers"]!;
        Assert.Equal("Nadie encuentra los presupuestos", (string?)answers["problema"]!["words"]);
        Assert.Equal(person["drafts"]![0]!["session"]!["answers"]!["acciones"]!.ToJsonString(), answers["acciones"]!.ToJsonString());
    }

    /// <summary>After the row of the newer version is removed, the same text is accepted.</summary>
    private async Task IsLeftAsync(string partition, string row, string newer, string words, string answer)
    {
        Talker rosa = bot.Talker("rosa");
        await rosa.AskAsync("presentarme");
        await rosa.AskAsync("sí");
        // Waits until the last reply is marked as sent, so that this write does not read the unknown row.
        await bot.RestartAsync();
        Entity before = (await Store.GetAsync(partition, row, CancellationToken.None))!;
        byte[] written = Changed(before.Value, newer);
        string etag = await WriteAsync(partition, row, written, before.ETag);

        string told = await rosa.AskAsync(words);
        Assert.StartsWith(Renewed, told, StringComparison.Ordinal);
        await rosa.AskAsync("avance");

        Entity after = (await Store.GetAsync(partition, row, CancellationToken.None))!;
        Assert.Equal((Encoding.UTF8.GetString(written), etag), (Encoding.UTF8.GetString(after.Value.Span), after.ETag));
        await WriteAsync(partition, row, before.Value.ToArray(), etag);
        Assert.Contains(answer, await rosa.AskAsync(words), StringComparison.Ordinal);
    }

    private async Task<string> WriteAsync(string partition, string row, byte[] value, string etag) =>
        Assert
            .IsType<WriteOutcome.Written>(
                await Store.WriteAsync(partition, [new EntityWrite.Replace(row, value, etag)], CancellationToken.None)
            )
            .ETags[0];

    private static byte[] Changed(ReadOnlyMemory<byte> row, string fields)
    {
        JsonObject json = JsonNode.Parse(row.Span)!.AsObject();
        foreach ((string name, JsonNode? value) in JsonNode.Parse(fields)!.AsObject())
            json[name] = value!.DeepClone();
        return Encoding.UTF8.GetBytes(json.ToJsonString());
    }
}

using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AgaBot.Plans;
using AgaBot.Plans.Public;
using AgaBot.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace AgaBot.Tests.Hostile;

/// <summary>Invalid support: for the person's own proposal, repeated, or for a proposal that does not exist.</summary>
[Trait("Category", "Integration")]
public sealed partial class SupportingTests : IAsyncLifetime
{
    private readonly BotApp bot = BotApp.Start(Town.Settings);

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await bot.DisposeAsync();

    [Fact]
    public async Task Nobody_supports_their_own_by_typing_or_by_a_card()
    {
        Talker ana = bot.Talker("ana");
        string receipt = await SubmittedAsync(ana);

        Assert.Contains("es suya", await ana.AskAsync($"apoyar {receipt}"), StringComparison.Ordinal);
        Assert.Contains("es suya", Town.Words(await ana.PressAsync(Button($"apoyar {receipt}"))), StringComparison.Ordinal);

        Assert.Equal(0, await CountAsync(receipt));
    }

    [Fact]
    public async Task Who_says_it_ten_times_in_ten_ways_counts_once()
    {
        string receipt = await SubmittedAsync(bot.Talker("ana"));
        Talker eva = bot.Talker("eva");
        await eva.SayAsync($"apoyar {receipt}");
        await eva.SayAsync("sí");

        for (int time = 0; time < 5; time++)
        {
            Assert.Contains(
                "Apoyos hasta ahora: 1.",
                await eva.AskAsync($"Apoyar {receipt.Replace("-", "", StringComparison.Ordinal)}"),
                StringComparison.Ordinal
            );
            await eva.PressAsync(Button($"support {receipt}"));
        }

        Assert.Equal(1, await CountAsync(receipt));
    }

    [Fact]
    public async Task Without_consent_nothing_is_counted_and_nothing_kept()
    {
        string receipt = await SubmittedAsync(bot.Talker("ana"));
        Talker eva = bot.Talker("eva");

        await eva.SayAsync($"apoyar {receipt}");
        await eva.SayAsync("no");

        Assert.Equal(0, await CountAsync(receipt));
        Assert.Null((await Town.KeptOfAsync(bot, eva))?.Participant.ConsentedOn);
    }

    [Theory]
    [InlineData("apoyar 482-716-5")]
    [InlineData("apoyar 482 716")]
    [InlineData("apoyar 0")]
    [InlineData("apoyar 99")]
    [InlineData("retirar apoyo 482-716-4")]
    public async Task A_number_of_nobody_is_told_so(string said)
    {
        Talker eva = bot.Talker("eva");

        Assert.Contains("No encuentro esa propuesta", await eva.AskAsync(said), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_elses_support_is_not_taken_back()
    {
        string receipt = await SubmittedAsync(bot.Talker("ana"));
        Talker eva = bot.Talker("eva"),
            leo = bot.Talker("leo");
        await eva.SayAsync($"apoyar {receipt}");
        await eva.SayAsync("sí");

        await leo.SayAsync($"retirar apoyo {receipt}");

        Assert.Equal(1, await CountAsync(receipt));
    }

    [Fact]
    public async Task A_button_of_anothers_review_adds_nothing_to_anything()
    {
        string receipt = await SubmittedAsync(bot.Talker("ana"));
        Talker eva = bot.Talker("eva");

        JsonObject button = Button($"sumar {receipt}");
        button["session"] = "otra";
        Assert.DoesNotContain("Recibimos", Town.Words(await eva.PressAsync(button)), StringComparison.Ordinal);
        Assert.DoesNotContain("Recibimos", await eva.AskAsync($"sumar {receipt}"), StringComparison.Ordinal);
    }

    /// <summary>An answer to a question remains an answer, whatever word it begins with.</summary>
    [Fact]
    public async Task An_answer_that_begins_like_a_command_is_an_answer()
    {
        Talker ana = bot.Talker("ana");
        await Town.DraftingAsync(ana);

        Assert.Contains(
            "3 de 8",
            (await ana.SayAsync("apoyar a 30 comedores populares"))[^1].Card!.Json.ToString(),
            StringComparison.Ordinal
        );
        Assert.Contains("4 de 8", (await ana.SayAsync("ignorar 4"))[^1].Card!.Json.ToString(), StringComparison.Ordinal);
    }

    private static async Task<string> SubmittedAsync(Talker person)
    {
        await Town.DraftingAsync(person);
        await person.SayAsync("Cisternas de agua para los caseríos");
        await person.SayAsync("enviar");
        return Receipt().Match(await person.AskAsync("enviar")).Value;
    }

    private static JsonObject Button(string command) => new() { ["agabot"] = "command", ["command"] = command };

    private async Task<int> CountAsync(string receipt) =>
        ReceiptNumber.TryParse(receipt, out ReceiptNumber number)
            ? await bot.Services.GetRequiredService<IPublicProposals>().CountSupportsAsync(number, CancellationToken.None)
            : throw new ArgumentException($"{receipt} is no receipt number.", nameof(receipt));

    [GeneratedRegex(@"\d{3}-\d{3}-\d\b")]
    private static partial Regex Receipt();
}

using System.Collections.Immutable;
using System.Text.Json.Nodes;
using AgaBot.Forms;
using AgaBot.Plans;
using AgaBot.Plans.FormDefinitions;
using AgaBot.Tests.Hosting;
using AgaBot.Turns.State;
using Microsoft.Extensions.DependencyInjection;

namespace AgaBot.Tests.Channels;

/// <summary>A form responds to an invalid answer with instructions, and the draft is unchanged.</summary>
[Trait("Category", "Integration")]
public sealed class BadAnswerTests : IAsyncLifetime
{
    /// <summary>Right-to-left text with direction marks, an emoji of several code points, a flag, and a lone combining accent.</summary>
    private const string Odd = "\u200f\u202eمقترح\u202c 👩🏽‍🌾 🇵🇪 n\u0303andú";

    private readonly BotApp bot = BotApp.Start();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await bot.DisposeAsync();

    [Theory]
    [InlineData("sms")]
    [InlineData("emulator")]
    public async Task A_text_of_100000_characters_is_asked_for_again_shorter(string channel)
    {
        Talker person = await DraftingAsync(channel);
        string[] questions = ["una propuesta", "un problema", "un objetivo", "uno", "dos", "acción; 2017; 2018", "fines de 2017"];
        foreach (string answer in questions)
        {
            Draft before = await DraftOfAsync(person, channel);

            string said = await person.AskAsync(new string('ñ', 100_000));

            Assert.Contains("100,000 caracteres", said, StringComparison.Ordinal);
            Assert.Equal(before.Session.Answers, (await DraftOfAsync(person, channel)).Session.Answers);
            await person.SayAsync(answer);
            if (answer.StartsWith("acción", StringComparison.Ordinal))
                await person.SayAsync("listo");
        }
    }

    [Fact]
    public async Task Every_answer_may_be_odd_and_reads_back_as_it_was_written()
    {
        Talker person = bot.Talker("rara", "sms");
        string[] lines =
        [
            "presentarme",
            "sí",
            Odd,
            Odd,
            "Municipios",
            "saltar",
            "proponer",
            "1",
            Odd,
            Odd,
            Odd,
            Odd,
            Odd,
            $"{Odd}; {Odd}; {Odd}",
            $"{Odd}; {Odd}; {Odd}",
            "listo",
            Odd,
            Odd,
        ];
        foreach (string line in lines)
            Assert.NotEmpty(await person.AskAsync(line));

        Assert.Matches(@"\d{3}-\d{3}-\d", await person.AskAsync("enviar"));

        ProposalPage page = await bot
            .Services.GetRequiredService<IPlanRecords>()
            .ByAuthorAsync(new ParticipantId("sms:rara"), 20, null, CancellationToken.None);
        ImmutableDictionary<string, Answer> answers = Assert.Single(page.Proposals).Answers.ToImmutableDictionary();
        foreach (string question in (string[])[FichaForm.Propuesta, FichaForm.Problema, FichaForm.Objetivo])
            Assert.Equal(Odd, Assert.IsType<Answer.Text>(answers[question]).Value);
        Assert.Equal(Odd, Assert.IsType<Answer.List>(answers[FichaForm.Responsable]).Words);
        Assert.Equal(Odd, Assert.IsType<Answer.When>(answers[FichaForm.Cumplimiento]).Date.Words);
        Assert.All(
            Assert.IsType<Answer.Rows>(answers[FichaForm.Acciones]).Items,
            row => Assert.All(row.Cells, cell => Assert.Equal(Odd, cell.Words))
        );
    }

    [Fact]
    public async Task A_value_that_is_not_ours_is_answered_and_changes_nothing()
    {
        Talker person = await DraftingAsync("emulator");
        Draft before = await DraftOfAsync(person, "emulator");

        ImmutableArray<BotMessage> said = await person.PressAsync(new JsonObject { ["accion"] = "borrar", ["ficha"] = 7 });

        Assert.NotEmpty(string.Concat(said.Select(message => message.Words)));
        Assert.Equal(before, await DraftOfAsync(person, "emulator"));
    }

    [Fact]
    public async Task A_submit_for_a_form_that_has_moved_on_is_told_so_and_changes_nothing()
    {
        Talker person = await DraftingAsync("emulator");
        CardInHand old = (await person.SayAsync("ayuda")).Select(message => message.Card).Last(card => card?.Has("answer") == true)!;
        await person.PressAsync(old.Press("answer", ("propuesta", "La primera")));
        Draft before = await DraftOfAsync(person, "emulator");

        ImmutableArray<BotMessage> said = await person.PressAsync(old.Press("answer", ("propuesta", "Otra")));

        Assert.Contains("editar 2", string.Concat(said.Select(message => message.Words)), StringComparison.Ordinal);
        Assert.Equal(before.Session.Answers, (await DraftOfAsync(person, "emulator")).Session.Answers);
    }

    [Theory]
    [InlineData("sms")]
    [InlineData("emulator")]
    public async Task A_ficha_as_long_as_a_form_takes_is_kept_and_sent(string channel)
    {
        Talker person = await DraftingAsync(channel);
        string text = new('漢', Question.Text.DefaultMaxLength);
        string list = string.Join('\n', Enumerable.Repeat(new string('漢', 299), 50));
        string row = $"{text[..500]}; {new string('漢', 200)}; {new string('漢', 200)}";
        foreach (string answer in (string[])[text, text, text, list, list])
            Assert.NotEmpty(await person.AskAsync(answer));
        string said;
        do said = await person.AskAsync(row);
        while (!said.Contains("caben", StringComparison.Ordinal));
        foreach (string answer in (string[])["listo", "2018", "mis fichas", "retomar", "editar 2", text])
            Assert.NotEmpty(await person.AskAsync(answer));

        Assert.Matches(@"\d{3}-\d{3}-\d", await person.AskAsync("enviar"));
    }

    /// <summary>A person who has started a ficha; the bot asks for the proposal.</summary>
    private async Task<Talker> DraftingAsync(string channel)
    {
        Talker person = bot.Talker("persona", channel);
        foreach (
            string line in (string[])["presentarme", "sí", "Participante 07", "Municipalidad", "Municipios", "saltar", "proponer", "1"]
        )
            await person.SayAsync(line);
        return person;
    }

    private async Task<Draft> DraftOfAsync(Talker person, string channel)
    {
        Loaded loaded = await bot
            .Services.GetRequiredService<IConversationStore>()
            .LoadAsync(new ParticipantId($"{channel}:{person.Person}"), $"c-{person.Person}", CancellationToken.None);
        return Assert.Single(loaded.Person!.Drafts);
    }
}

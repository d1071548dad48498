using System.Collections.Immutable;
using AgaBot.Plans;
using AgaBot.Tests.Hosting;
using AgaBot.Turns.State;
using Microsoft.Extensions.DependencyInjection;

namespace AgaBot.Tests.Hostile;

/// <summary>A bot with a coordinator and honest participants, for the attacks of the tests.</summary>
internal static class Town
{
    public const string Code = "TRUJILLO-2016";

    public static BotAppSettings Settings { get; } =
        new() { Configuration = ImmutableDictionary<string, string>.Empty.Add("Coordinators:AccessCode", Code) };

    /// <summary>Sends each line, and returns the last card.</summary>
    public static async Task<CardInHand> ToldAsync(Talker person, params string[] lines)
    {
        CardInHand? last = null;
        foreach (string line in lines)
            last = (await person.SayAsync(line)).LastOrDefault(message => message.Card is not null)?.Card ?? last;
        return last ?? throw new InvalidOperationException("No card came.");
    }

    /// <summary>Starts a ficha, and returns the card that asks for the proposal.</summary>
    public static Task<CardInHand> DraftingAsync(Talker person) =>
        ToldAsync(person, "presentarme", "sí", "Ana Quispe", "Municipalidad de Moche", "Municipios", "saltar", "proponer", "1");

    public static async Task<Talker> CoordinatorAsync(BotApp bot, string name = "coordinadora", string channel = "emulator")
    {
        Talker coordinator = bot.Talker(name, channel);
        Assert.Contains("ahora usted coordina", await coordinator.AskAsync($"coordinador {Code}"), StringComparison.Ordinal);
        return coordinator;
    }

    public static async Task OpenConsultationAsync(Talker coordinator, string question, params string[] options)
    {
        foreach (string line in (string[])["nueva consulta", question, "opciones", string.Join('\n', options)])
            await coordinator.SayAsync(line);
        Assert.Contains("Su consulta está abierta", await coordinator.AskAsync("enviar"), StringComparison.Ordinal);
    }

    public static async Task<ParticipantRecord?> KeptOfAsync(BotApp bot, Talker person, string channel = "emulator") =>
        (
            await bot
                .Services.GetRequiredService<IConversationStore>()
                .LoadAsync(new ParticipantId($"{channel}:{person.Person}"), $"c-{person.Person}", CancellationToken.None)
        ).Person;

    public static string Words(IEnumerable<BotMessage> messages) => string.Join('\n', messages.Select(message => message.Words));
}

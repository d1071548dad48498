using System.Text.RegularExpressions;

namespace AgaBot.Tests.Hosting;

/// <summary>Two channels of one person, linked as people do it: the code, and a yes on both sides.</summary>
internal static partial class Linked
{
    /// <summary>"vincular ABCDE-23456", from the reply that gives the code.</summary>
    public static string Command(string reply) => CodeCommand().Match(reply).Value;

    /// <returns>The last reply to who asked for the code.</returns>
    public static async Task<string> LinkAsync(Talker maker, Talker taker)
    {
        await taker.AskAsync(Command(await maker.AskAsync("vincular")));
        await taker.AskAsync("vincular sí");
        await maker.AskAsync("hola");
        return await maker.AskAsync("vincular sí");
    }

    [GeneratedRegex(@"vincular \w{5}-\w{5}")]
    private static partial Regex CodeCommand();
}

using System.Diagnostics;
using AgaBot.Tests.Hosting;
using AgaBot.Tests.Storage;

namespace AgaBot.Tests.Channels;

/// <summary>A start with insecure settings is refused, with a sentence on what to set and no stack trace.</summary>
[Trait("Category", "Integration")]
public sealed class StartTests
{
    [Theory]
    [InlineData("Production", "", "Set Bot:AppId to the bot's app registration to check the callers' tokens, or Bot:WebOnly=true")]
    [InlineData("Development", "--Bot:AppId=agabot", "Bot:AppId is 'agabot'; an app registration's id is a GUID.")]
    [InlineData("Development", "--DirectLine:AllowedOrigins:0=*", "DirectLine:AllowedOrigins has '*'")]
    public async Task A_door_that_nobody_guards_stops_the_start(string environment, string setting, string sentence)
    {
        using var folder = new TemporaryFolder();
        var start = new ProcessStartInfo("dotnet");
        start.ArgumentList.Add(typeof(Program).Assembly.Location);
        start.ArgumentList.Add("--urls=http://127.0.0.1:0");
        start.ArgumentList.Add($"--Storage:Sqlite:Path={folder.File("agabot.db")}");
        if (setting.Length > 0)
            start.ArgumentList.Add(setting);
        start.Environment["ASPNETCORE_ENVIRONMENT"] = environment;

        FinishedProcess bot = await FinishedProcess.RunAsync(start, TimeSpan.FromMinutes(1));

        Assert.True(bot.ExitCode == 1, $"{bot}");
        Assert.Contains(sentence, bot.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", bot.Errors, StringComparison.Ordinal);
    }
}

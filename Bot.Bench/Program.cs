using System.Text;
using AgaBot.Bench;
using AgaBot.Bench.Architecture;
using AgaBot.Bench.Attacks;
using AgaBot.Bench.Dates;
using AgaBot.Bench.Documents;
using AgaBot.Bench.Faults;
using AgaBot.Bench.Fuzz;
using AgaBot.Bench.Processes;
using AgaBot.Bench.Sentences;
using AgaBot.Bench.Similar;
using AgaBot.Bench.Steps;
using AgaBot.Bench.Turns;

// FOLDER is made by deploy/publish.sh. Without it, the bot that was built with the bench.
BotProgram bot = BotProgram.BuiltWithTheBench;
if (args is ["--bot", string folder, .. string[] rest])
    (bot, args) = (new BotProgram(folder), rest);

switch (args)
{
    case ["expand", string template, string data]:
        return ExpandCommand.Run(template, data, Console.OpenStandardOutput(), Console.Error);
    case ["architecture"]:
        return ArchitectureCommand.Run(Console.Out);
    case ["dates", .. string[] options]:
        Console.OutputEncoding = Encoding.UTF8;
        return DatesCommand.Run(options, Console.Out, Console.Error);
    case ["turns", .. string[] options]:
        return await TurnsCommand.RunAsync(bot, options, CancellationToken.None);
    case ["sentences"]:
        Console.OutputEncoding = Encoding.UTF8;
        return SentencesCommand.Run(Console.Out);
    case ["similar", .. string[] options]:
        return await SimilarCommand.RunAsync(options, Console.Out, CancellationToken.None);
    case ["steps", .. string[] options]:
        return await StepsCommand.RunAsync(options, Console.Out, CancellationToken.None);
    case ["fuzz", .. string[] options] when FuzzOptions.Read(options) is { } fuzz:
        return await FuzzCommand.RunAsync(bot, fuzz, CancellationToken.None);
    case ["documents", .. string[] options] when DocumentsOptions.Read(options) is { } documents:
        return DocumentsCommand.Run(documents, Console.Out);
    case ["faults", .. string[] options] when FaultsOptions.Read(options) is { } faults:
        return await FaultsCommand.RunAsync(bot, faults, CancellationToken.None);
    case ["attack", .. string[] options] when AttackOptions.Read(options) is { } attack:
        return await AttackCommand.RunAsync(bot, attack, CancellationToken.None);
    case [BareServer.Command, string port]:
        return await BareServer.RunAsync(port, CancellationToken.None);
    default:
        await Console.Error.WriteLineAsync(
            $"usage: Bot.Bench [--bot FOLDER] expand TEMPLATE DATA | {ArchitectureCommand.Usage} | {DatesCommand.Usage} | "
                + $"{SentencesCommand.Usage} | {SimilarCommand.Usage} | {StepsCommand.Usage} | "
                + $"turns [--seconds N] [--users N] [--channel ID] | {FuzzOptions.Usage} | "
                + $"{DocumentsOptions.Usage} | {FaultsOptions.Usage} | {AttackOptions.Usage}"
        );
        return 64;
}

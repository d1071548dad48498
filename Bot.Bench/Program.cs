using AgaBot.Bench;

switch (args)
{
    case ["expand", string template, string data]:
        return ExpandCommand.Run(template, data, Console.OpenStandardOutput(), Console.Error);
    default:
        await Console.Error.WriteLineAsync("usage: Bot.Bench expand TEMPLATE DATA | turns");
        return 64;
}

namespace AgaBot.Bench.Architecture;

/// <summary>Prints the picture of docs/architecture.md: the rooms of the bot and which of them use which.</summary>
internal static class ArchitectureCommand
{
    public const string Usage = "architecture";

    public static int Run(TextWriter output)
    {
        output.Write(RoomPicture.Draw(AssemblyReferences.Product));
        return 0;
    }
}

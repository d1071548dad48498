namespace AgaBot.Tests;

/// <summary>The checkout that the tests were built from: its data, and what npm has put beside the tests.</summary>
public static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>The npm packages of the tests, pinned in <c>Bot.Tests/Node</c>.</summary>
    public static string Node { get; } = Path.Combine(Root, "Bot.Tests", "Node");

    /// <summary>Says what to do where the npm packages are not installed.</summary>
    /// <returns>The folder of the package.</returns>
    public static string NodePackage(string name)
    {
        string folder = Path.Combine(Node, "node_modules", name);
        return Directory.Exists(folder)
            ? folder
            : throw new InvalidOperationException($"The npm package {name} is not installed: run npm ci in Bot.Tests/Node.");
    }

    private static string FindRoot()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "AgaBot.sln")))
                return folder.FullName;
        }

        throw new InvalidOperationException($"No AgaBot.sln above {AppContext.BaseDirectory}: the tests run from a checkout.");
    }
}

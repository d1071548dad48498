using System.Text.RegularExpressions;

namespace AgaBot.Tests.Documents;

/// <summary>The links and paths in the documents of this repository lead somewhere.</summary>
public sealed partial class DocumentLinksTests
{
    private static readonly string[] NotOurs = ["node_modules", "bin", "obj", "artifacts", "data", ".git"];

    [Fact]
    public void Every_link_inside_the_repository_leads_somewhere()
    {
        string[] documents = [.. Documents(Repository.Root)];
        Assert.Contains(Path.Combine(Repository.Root, "README.md"), documents);

        string[] broken =
        [
            .. documents.SelectMany(document =>
                Links(document)
                    .Where(link => !Path.Exists(Path.Combine(Path.GetDirectoryName(document)!, link)))
                    .Select(link => $"{Path.GetRelativePath(Repository.Root, document)}: {link}")
            ),
        ];

        Assert.Empty(broken);
    }

    /// <summary>Paths between backticks, from the root or from <c>Bot</c>; a type may be named without <c>.cs</c>.</summary>
    [Fact]
    public void Every_path_that_a_document_names_exists()
    {
        (string Document, string Path)[] named =
        [
            .. Documents(Repository.Root)
                .SelectMany(document => NamedPath().Matches(File.ReadAllText(document)).Select(match => (document, match.Groups[1].Value))),
        ];
        Assert.True(named.Length > 20, $"Only {named.Length} paths were found.");

        string[] missing =
        [
            .. named
                .Where(name => !IsPlaceholder(name.Path) && !Exists(Repository.Root, name.Path) && !Exists(Bot, name.Path))
                .Select(name => $"{Path.GetRelativePath(Repository.Root, name.Document)}: {name.Path}"),
        ];

        Assert.Empty(missing);
    }

    private static string Bot => Path.Combine(Repository.Root, "Bot");

    private static bool IsPlaceholder(string path) => path.Contains("NAME", StringComparison.Ordinal);

    private static bool Exists(string folder, string path) =>
        Path.Exists(Path.Combine(folder, path)) || File.Exists(Path.Combine(folder, path + ".cs"));

    private static IEnumerable<string> Documents(string folder) =>
        Directory
            .EnumerateFiles(folder, "*.md")
            .Concat(
                Directory.EnumerateDirectories(folder).Where(inner => !NotOurs.Contains(Path.GetFileName(inner))).SelectMany(Documents)
            );

    private static IEnumerable<string> Links(string document) =>
        Link()
            .Matches(File.ReadAllText(document))
            .Select(match => match.Groups[1].Value.Split('#')[0])
            .Where(link => link.Length > 0 && !link.Contains("://", StringComparison.Ordinal));

    [GeneratedRegex(
        @"`((?:Bot|Bot\.Tests|Bot\.Bench|advice|cards|deploy|docs|plans"
            + @"|Cards|Channels|Commands|Dialogs|Forms|Plans|Reports|Storage|Turns)/[\w./-]*)`"
    )]
    private static partial Regex NamedPath();

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();
}

using System.Text.RegularExpressions;

namespace AgaBot.Tests.Documents;

/// <summary>The documents of this repository, as whoever reads them follows them.</summary>
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

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();
}

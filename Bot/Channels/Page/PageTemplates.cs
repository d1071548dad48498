namespace AgaBot.Channels.Page;

/// <summary>The templates of all pages, and of the script that embeds the page.</summary>
internal sealed class PageTemplates(string folder, PageTexts texts)
{
    public PageTemplate Index { get; } = Read(folder, "index.html", texts);

    public PageTemplate Fichas { get; } = Read(folder, "fichas.html", texts);

    public PageTemplate Data { get; } = Read(folder, "datos.html", texts);

    /// <summary>The page for unknown addresses.</summary>
    public PageTemplate NotFound { get; } = Read(folder, "perdida.html", texts);

    public PageTemplate Embed { get; } = Read(folder, "incrustar.js", texts);

    private static PageTemplate Read(string folder, string name, PageTexts texts) =>
        PageTemplate.Read(Path.Combine(folder, name + PageFiles.Template), PageFiles.TypeOf(name), texts);
}

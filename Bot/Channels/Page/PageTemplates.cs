namespace AgaBot.Channels.Page;

/// <summary>Every page, in both languages, and the script by which another site shows the first.</summary>
internal sealed class PageTemplates(string folder, PageTexts words)
{
    public PageTemplate Index { get; } = Read(folder, "index.html", words);

    public PageTemplate Fichas { get; } = Read(folder, "fichas.html", words);

    public PageTemplate Data { get; } = Read(folder, "datos.html", words);

    /// <summary>Where there is nothing.</summary>
    public PageTemplate NotFound { get; } = Read(folder, "perdida.html", words);

    public PageTemplate Embed { get; } = Read(folder, "incrustar.js", words);

    private static PageTemplate Read(string folder, string name, PageTexts words) =>
        PageTemplate.Read(Path.Combine(folder, name + PageFiles.Template), PageFiles.TypeOf(name), words);
}

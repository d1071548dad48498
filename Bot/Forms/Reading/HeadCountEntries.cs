namespace AgaBot.Forms.Reading;

/// <summary>Groups tokens into one entry per group; the name or the numbers may come first.</summary>
internal static class HeadCountEntries
{
    public static IEnumerable<HeadCountEntry> Of(string text, int options)
    {
        HeadCountLabel[] columns = [HeadCountLabel.Women, HeadCountLabel.Men];
        var entry = new HeadCountEntry(columns);
        foreach (HeadCountToken[] line in Lines(HeadCountTokens.Of(text, options)))
        {
            if (Heading(line) is { } heading)
            {
                // A name without numbers before the heading is its own entry.
                if (entry.HasNumbers)
                    yield return entry;
                columns = heading;
                entry = new HeadCountEntry(columns);
                continue;
            }
            foreach (HeadCountToken token in line)
            {
                if (entry.EndsBefore(token))
                {
                    yield return entry;
                    entry = new HeadCountEntry(columns);
                }
                entry.Take(token);
            }
        }
        if (!entry.IsEmpty)
            yield return entry;
    }

    /// <summary>The heading of a table: a line that names at least two columns and counts nothing.</summary>
    private static HeadCountLabel[]? Heading(HeadCountToken[] line)
    {
        if (line.Any(static token => token is HeadCountToken.Number or HeadCountToken.Line { Option: not null }))
            return null;
        HeadCountLabel[] labels = [.. line.OfType<HeadCountToken.Label>().Select(static label => label.What)];
        return labels.Distinct().Count() switch
        {
            < 2 => null,
            // "Número de participantes", "participantes mujeres": the headings of the paper form.
            _ when labels is [HeadCountLabel.Total, HeadCountLabel.Total, var last] => [HeadCountLabel.Total, last],
            _ => [.. labels.Distinct()],
        };
    }

    /// <summary>The lines with the token that starts each.</summary>
    private static IEnumerable<HeadCountToken[]> Lines(IEnumerable<HeadCountToken> tokens)
    {
        var line = new List<HeadCountToken>();
        foreach (HeadCountToken token in tokens)
        {
            if (token is HeadCountToken.Line && line.Count > 0)
            {
                yield return [.. line];
                line.Clear();
            }
            line.Add(token);
        }
        if (line.Count > 0)
            yield return [.. line];
    }
}

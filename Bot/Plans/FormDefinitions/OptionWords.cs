using System.Collections.Immutable;
using AgaBot.Forms;

namespace AgaBot.Plans.FormDefinitions;

/// <summary>Label and aliases of an option that the bot defines. They are passed in because texts are in resource files.</summary>
public sealed record OptionWords(string Label, ImmutableArray<string> Aliases)
{
    /// <summary>The option with these words and the stored id.</summary>
    public Option As(string id) => new(id, Label, Aliases);
}

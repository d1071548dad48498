using System.Collections.Immutable;

namespace AgaBot.Plans.Entities;

/// <summary>A public entity, or another that people name as responsible.</summary>
/// <param name="AlsoKnownAs">Names that say as much as its own: nobody is asked about them.</param>
/// <param name="Abbreviations">Names that not everybody can read: whoever writes one may be offered the whole.</param>
public sealed record Entity(string Name, ImmutableArray<string> AlsoKnownAs, ImmutableArray<string> Abbreviations);

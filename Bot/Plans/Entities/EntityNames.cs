using System.Collections.Immutable;

namespace AgaBot.Plans.Entities;

/// <summary>What a file of <c>plans/entities/</c> says.</summary>
/// <param name="Joining">Small words that tell no name from another, folded.</param>
/// <param name="Kinds">What the names of entities begin with that are too many to list.</param>
public sealed record EntityNames(ImmutableArray<Entity> Entities, ImmutableArray<string> Joining, ImmutableArray<string> Kinds);

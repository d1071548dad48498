namespace AgaBot.Bench.Architecture;

/// <summary>
/// Draws the rooms of the bot (the namespaces below <c>AgaBot</c>) as a Mermaid flowchart. An arrow leads from a room to a room that
/// it uses, and is left out where a longer way leads to the same room. The root namespace, which composes the rooms, is not drawn.
/// </summary>
internal static class RoomPicture
{
    private const string Product = "AgaBot";

    public static string Draw(IEnumerable<TypeReference> references)
    {
        SortedSet<(string From, string To)> uses =
        [
            .. references
                .Where(reference => IsInRoom(reference.From) && IsInRoom(reference.To))
                .Select(reference => (RoomOf(reference.From), RoomOf(reference.To)))
                .Where(use => use.Item1 != use.Item2),
        ];

        IEnumerable<string> arrows = uses.Where(use => !IsImplied(use, uses)).Select(use => $"    {use.From} --> {use.To}\n");
        return $"```mermaid\nflowchart TD\n{string.Concat(arrows)}```\n";
    }

    private static bool IsInRoom(TypeName type) => type.IsIn(Product) && type.Namespace != Product;

    private static string RoomOf(TypeName type) => type.Namespace.Split('.')[1];

    private static bool IsImplied((string From, string To) use, SortedSet<(string From, string To)> uses) =>
        uses.Any(first => first.From == use.From && first.To != use.To && Leads(first.To, use.To, uses));

    private static bool Leads(string from, string to, SortedSet<(string From, string To)> uses)
    {
        HashSet<string> reached = [from];
        Queue<string> open = new([from]);
        while (open.TryDequeue(out string? room))
        {
            foreach ((string _, string next) in uses.Where(use => use.From == room))
            {
                if (next == to)
                    return true;
                if (reached.Add(next))
                    open.Enqueue(next);
            }
        }
        return false;
    }
}

using AgaBot.Turns.Queues;

namespace AgaBot.Turns.Linking;

/// <summary>The work of telling both sides of a link what the other answered.</summary>
internal static class LinkWork
{
    public const string Kind = "link";

    /// <param name="hash">The hash of the offer's code.</param>
    public static WorkItem Of(string hash) => new(Kind, hash);
}

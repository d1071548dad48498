namespace AgaBot.Dialogs.Supporting;

/// <summary>
/// Whether supports come from an address block faster than a hall of two hundred people could give them (docs/decisions/0043). People who
/// have said who they are, which everybody who sent a proposal has, are counted apart from people who only consented.
/// </summary>
/// <remarks>
/// The level is in the memory of this instance, and a restart resets it. A support that is decided again counts twice, which errs on the
/// safe side.
/// </remarks>
public sealed class SupportPace(TimeProvider time)
{
    /// <summary>Supports at once by people with a profile.</summary>
    public const int AtOnce = 400;

    /// <summary>Supports at once by people without one.</summary>
    public const int AtOnceUnknown = 100;

    /// <summary>The number that a block forgets in an hour.</summary>
    private const int PerHour = 1_500;

    private readonly AddressLevels<bool> levels = new(time, PerHour, AtOnce);

    /// <summary>Counts a support.</summary>
    /// <param name="block">Null on channels that show no address, which know their people.</param>
    /// <returns>Whether it comes too fast.</returns>
    public bool IsTooFast(string? block, bool hasProfile)
    {
        if (levels.Of(hasProfile, block) >= (hasProfile ? AtOnce : AtOnceUnknown))
            return true;
        levels.Count(hasProfile, block);
        return false;
    }
}

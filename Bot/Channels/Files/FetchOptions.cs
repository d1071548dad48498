using Microsoft.Extensions.Options;

namespace AgaBot.Channels.Files;

/// <summary>Section <c>Files</c>: from where the bot fetches what people send as a link, and how much of it.</summary>
public sealed record FetchOptions
{
    public const string Section = "Files";

    /// <summary>Where Teams keeps what people send to a bot: OneDrive for Business, and Microsoft 365's media hosts.</summary>
    private static readonly string[] Microsoft365 = ["*.sharepoint.com", "*.svc.ms"];

    /// <summary>
    /// Hosts that are asked, each a name (<c>files.example.org</c>), all names below one (<c>*.sharepoint.com</c>), or a program on this
    /// machine with its port (<c>http://127.0.0.1:8080</c>). Where none is set: <c>*.sharepoint.com</c> and <c>*.svc.ms</c>.
    /// </summary>
    public IReadOnlyList<string> Hosts { get; init; } = [];

    /// <summary>Of one file, in bytes. It is held in memory while it is read.</summary>
    public int MaxBytes { get; init; } = 4 * 1024 * 1024;

    /// <summary>A file that takes longer is not waited for: the channel has to be answered within 15 s.</summary>
    public TimeSpan Within { get; init; } = TimeSpan.FromSeconds(6);

    internal IReadOnlyList<string> AllowedHosts => Hosts.Count > 0 ? Hosts : Microsoft365;
}

/// <summary>Stops the start on a host that means nothing, or means everything.</summary>
internal sealed class FetchOptionsValidator : IValidateOptions<FetchOptions>
{
    private const int MostBytes = 16 * 1024 * 1024;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    public ValidateOptionsResult Validate(string? name, FetchOptions options)
    {
        string[] faults = [.. Faults(options)];
        return faults.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Faults(FetchOptions options)
    {
        foreach (string host in options.Hosts.Where(static host => FileHost.Read(host) is null))
            yield return $"Files:Hosts has '{host}'; it takes a name, *. and a name of two parts at least, or an http address of this machine with its port.";
        if (options.MaxBytes is <= 0 or > MostBytes)
            yield return $"Files:MaxBytes is {options.MaxBytes}; it can be from 1 to {MostBytes}.";
        if (options.Within <= TimeSpan.Zero || options.Within > Longest)
            yield return $"Files:Within is {options.Within}; it is a time of at most {Longest}.";
    }
}

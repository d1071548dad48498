using Microsoft.Extensions.Options;

namespace AgaBot.Channels.Files;

/// <summary>
/// Section <c>Files</c>: the hosts from which the bot downloads files that people send as a link, and the limits of a download.
/// </summary>
public sealed record FetchOptions
{
    public const string Section = "Files";

    /// <summary>Hosts of files that people send in Teams: OneDrive for Business, and the media hosts of Microsoft 365.</summary>
    private static readonly string[] Microsoft365 = ["*.sharepoint.com", "*.svc.ms"];

    /// <summary>
    /// Allowed hosts. An entry is a name (<c>files.example.org</c>), all subdomains of a name (<c>*.sharepoint.com</c>), or a loopback
    /// address with a port (<c>http://127.0.0.1:8080</c>). By default: <c>*.sharepoint.com</c> and <c>*.svc.ms</c>.
    /// </summary>
    public IReadOnlyList<string> Hosts { get; init; } = [];

    /// <summary>Maximum size of one file, in bytes. A file is held in memory.</summary>
    public int MaxBytes { get; init; } = 4 * 1024 * 1024;

    /// <summary>Time limit of a download. The channel expects a response within 15 s.</summary>
    public TimeSpan Within { get; init; } = TimeSpan.FromSeconds(6);

    internal IReadOnlyList<string> AllowedHosts => Hosts.Count > 0 ? Hosts : Microsoft365;
}

/// <summary>Stops the start on a host pattern that is malformed or too wide.</summary>
internal sealed class FetchOptionsValidator : IValidateOptions<FetchOptions>
{
    private const int MaxAllowedBytes = 16 * 1024 * 1024;

    private static readonly TimeSpan MaxTime = TimeSpan.FromSeconds(10);

    public ValidateOptionsResult Validate(string? name, FetchOptions options)
    {
        string[] faults = [.. Faults(options)];
        return faults.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Faults(FetchOptions options)
    {
        foreach (string host in options.Hosts.Where(static host => FileHost.Read(host) is null))
        {
            yield return $"Files:Hosts has '{host}'; it takes a name, *. and a name of two parts at least, "
                + "or an http address of this machine with its port.";
        }
        if (options.MaxBytes is <= 0 or > MaxAllowedBytes)
            yield return $"Files:MaxBytes is {options.MaxBytes}; it can be from 1 to {MaxAllowedBytes}.";
        if (options.Within <= TimeSpan.Zero || options.Within > MaxTime)
            yield return $"Files:Within is {options.Within}; it is a time of at most {MaxTime}.";
    }
}

using System.Collections.Immutable;

namespace AgaBot.Tests.Deploy;

/// <summary>Parses how a systemd unit starts its service, in the subset of systemd's syntax that the unit of the bot uses.</summary>
public sealed record SystemdUnit(
    ImmutableArray<string> Command,
    string WorkingDirectory,
    ImmutableArray<KeyValuePair<string, string>> Environment
)
{
    /// <exception cref="FormatException">
    /// It uses syntax that this does not read, which would make the test start something else.
    /// </exception>
    public static SystemdUnit Read(string path)
    {
        ILookup<string, string> service = ServiceSettings(File.ReadAllLines(path))
            .ToLookup(setting => setting.Key, setting => setting.Value);
        return new SystemdUnit(
            [.. Plain(service["ExecStart"].Single()).Split(' ')],
            Plain(service["WorkingDirectory"].Single()),
            [.. service["Environment"].Select(Plain).Select(Split)]
        );
    }

    private static IEnumerable<KeyValuePair<string, string>> ServiceSettings(IEnumerable<string> lines) =>
        lines
            .SkipWhile(line => line != "[Service]")
            .Skip(1)
            .TakeWhile(line => !line.StartsWith('['))
            .Where(line => line.Length > 0 && !line.StartsWith('#'))
            .Select(Split);

    private static KeyValuePair<string, string> Split(string setting) =>
        setting.Split('=', 2) switch
        {
            [string name, string value] => new(name, value),
            _ => throw new FormatException($"'{setting}' is no setting."),
        };

    private static string Plain(string value) =>
        value.AsSpan().IndexOfAny("\"'\\%$") < 0
            ? value
            : throw new FormatException($"'{value}' has quotes, escapes or specifiers, which are not read here.");
}

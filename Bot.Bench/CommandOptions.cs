using System.Globalization;

namespace AgaBot.Bench;

/// <summary>Reads the options of a command: names, each with a value.</summary>
internal static class CommandOptions
{
    /// <param name="usual">The options where none is given.</param>
    /// <param name="with">The options with one more; null if its name is unknown or its value invalid.</param>
    /// <returns>Null where an option is unknown, invalid or without a value.</returns>
    public static T? Read<T>(ReadOnlySpan<string> args, T usual, Func<T, string, string, T?> with)
        where T : class
    {
        T options = usual;
        while (args is [string name, string value, ..])
        {
            if (with(options, name, value) is not { } read)
                return null;
            options = read;
            args = args[2..];
        }
        return args.IsEmpty ? options : null;
    }

    /// <summary>The same where every value is a number from 0.</summary>
    public static T? ReadNumbers<T>(ReadOnlySpan<string> args, T usual, Func<T, string, int, T?> with)
        where T : class => Read(args, usual, (options, name, value) => NumberIn(value) is { } number ? with(options, name, number) : null);

    /// <returns>Null where the text is no number from 0.</returns>
    public static int? NumberIn(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;
}

using System.Text.RegularExpressions;
using AgaBot.Storage.Queues;
using AgaBot.Storage.Sqlite;
using AgaBot.Storage.Tables;
using Microsoft.Extensions.Options;

namespace AgaBot.Storage.Setup;

/// <summary>Stops the start on an invalid setting, and names the setting.</summary>
internal sealed partial class StorageOptionsValidator : IValidateOptions<StorageOptions>
{
    public ValidateOptionsResult Validate(string? name, StorageOptions options)
    {
        string[] faults = [.. Faults(options.Sqlite), .. Faults(options.Tables), .. Faults(options.Tables, options.Queues)];
        return faults.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Faults(SqliteOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.Path))
            yield return "Storage:Sqlite:Path is empty; leave it out for ../data/agabot.db.";
        if (!Enum.IsDefined(options.Synchronous))
            yield return "Storage:Sqlite:Synchronous is Full or Normal.";
        if (options.BusyTimeout < TimeSpan.Zero || options.BusyTimeout > TimeSpan.FromMinutes(1))
            yield return $"Storage:Sqlite:BusyTimeout is {options.BusyTimeout}; it goes from 00:00:00 to 00:01:00.";
        if (options.RewriteMegabytes is < 0 or > 1024 * 1024)
            yield return $"Storage:Sqlite:RewriteMegabytes is {options.RewriteMegabytes}; it goes from 0 to 1048576.";
    }

    private static IEnumerable<string> Faults(TablesOptions options)
    {
        if (options is { ConnectionString: not null, ServiceUri: not null })
            yield return "Storage:Tables:ConnectionString and Storage:Tables:ServiceUri are both set; "
                + "one of them says where the tables are.";
        if (options.ServiceUri is { } uri && !(uri.IsAbsoluteUri && uri.Scheme is "https"))
            yield return $"Storage:Tables:ServiceUri is '{uri}'; it has to be an https address.";
        if (!TableName().IsMatch(options.Name))
            yield return $"Storage:Tables:Name is '{options.Name}'; a table has 3 to 63 letters and digits, a letter first.";
    }

    private static IEnumerable<string> Faults(TablesOptions tables, QueuesOptions queues)
    {
        if (queues is { ConnectionString: not null, ServiceUri: not null })
            yield return "Storage:Queues:ConnectionString and Storage:Queues:ServiceUri are both set; "
                + "one of them says where the queues are.";
        if (queues.ServiceUri is { } uri && !(uri.IsAbsoluteUri && uri.Scheme is "https"))
            yield return $"Storage:Queues:ServiceUri is '{uri}'; it has to be an https address.";
        if (!QueueName().IsMatch(queues.Name))
            yield return $"Storage:Queues:Name is '{queues.Name}'; a queue has 3 to 50 small letters, digits and single hyphens, "
                + "a letter or digit at both ends.";
        if (tables is { ConnectionString: not null } or { ServiceUri.IsAbsoluteUri: true } && QueuePlace.Of(tables, queues) is null)
            yield return "Storage:Tables says where the table is, and nothing says where the queues are: "
                + "set Storage:Queues:ServiceUri, or QueueEndpoint in the connection string.";
    }

    /// <summary>Short enough for the name of the second queue to fit.</summary>
    [GeneratedRegex(@"\A(?=.{3,50}\z)[a-z0-9]+(-[a-z0-9]+)*\z")]
    private static partial Regex QueueName();

    [GeneratedRegex(@"\A[A-Za-z][A-Za-z0-9]{2,62}\z")]
    private static partial Regex TableName();
}

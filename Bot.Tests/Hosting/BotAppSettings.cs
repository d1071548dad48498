using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace AgaBot.Tests.Hosting;

/// <summary>The options of an app under test.</summary>
public sealed record BotAppSettings
{
    /// <summary>The morning of the workshop in Trujillo.</summary>
    public DateTimeOffset Now { get; init; } = new(2016, 5, 11, 9, 0, 0, TimeSpan.FromHours(-5));

    public string Environment { get; init; } = Environments.Development;

    /// <summary>Table Storage; by default the app uses a new SQLite file.</summary>
    public string? TablesConnectionString { get; init; }

    /// <summary>Settings by their names, e.g. <c>Bot:WebOnly</c>.</summary>
    public ImmutableDictionary<string, string> Configuration { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Services that are registered last and so replace those of the app.</summary>
    public Action<IServiceCollection> Services { get; init; } = static _ => { };
}

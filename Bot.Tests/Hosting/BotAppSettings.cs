using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace AgaBot.Tests.Hosting;

/// <summary>How a test wants the app.</summary>
public sealed record BotAppSettings
{
    /// <summary>The morning of the workshop in Trujillo.</summary>
    public DateTimeOffset Now { get; init; } = new(2016, 5, 11, 9, 0, 0, TimeSpan.FromHours(-5));

    public string Environment { get; init; } = Environments.Development;

    /// <summary>Table Storage in place of a SQLite file of its own.</summary>
    public string? TablesConnectionString { get; init; }

    /// <summary>Settings by their names, e.g. <c>Bot:WebOnly</c>.</summary>
    public ImmutableDictionary<string, string> Configuration { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Registered last, so that it takes the place of the app's own.</summary>
    public Action<IServiceCollection> Services { get; init; } = static _ => { };
}

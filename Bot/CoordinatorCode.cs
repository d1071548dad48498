using AgaBot.Dialogs.Coordinators;
using AgaBot.Plans;
using AgaBot.Storage;

namespace AgaBot;

/// <summary>
/// The code that makes a person a coordinator: <c>Coordinators:AccessCode</c>. In Development, if none is set, a code is generated at the
/// first start, kept in a file beside the database that only its owner can read, and printed at each start. In other environments there is
/// no code unless it is set.
/// </summary>
internal sealed class CoordinatorCode(IConfiguration configuration, IHostEnvironment environment, DataFolder data)
{
    public const string Setting = "Coordinators:AccessCode";

    private const string FileName = "coordinator-code";
    private const int Length = 8;

    /// <summary>Null if there is no code. Set by <see cref="FindAsync"/>.</summary>
    public string? Value { get; private set; }

    public async Task FindAsync(TextWriter console, CancellationToken cancellationToken)
    {
        Value = configuration[Setting];
        if (!string.IsNullOrWhiteSpace(Value) || !environment.IsDevelopment())
            return;
        Value = await data.GetOrCreateAsync(FileName, static () => ReadableCode.Draw(Length), cancellationToken);
        await console.WriteLineAsync(
            $"Coordinator's code (Development only; set {Setting} elsewhere). Say in the chat: coordinador {Value}"
        );
    }
}

internal static class CoordinatorCodeRegistration
{
    /// <summary>Adds the code, and the check of the codes that people enter.</summary>
    public static IServiceCollection AddCoordinatorCode(this IServiceCollection services)
    {
        services.AddSingleton<CoordinatorCode>();
        services.AddSingleton(provider => new AccessCode(
            provider.GetRequiredService<CoordinatorCode>().Value,
            provider.GetRequiredService<TimeProvider>()
        ));
        return services;
    }
}

using AgaBot.Dialogs.Coordinators;
using AgaBot.Plans;
using AgaBot.Storage;

namespace AgaBot;

/// <summary>
/// The code by which somebody becomes a coordinator: <c>Coordinators:AccessCode</c>. In Development, where none is set, one is made at the
/// first start, kept in a file of its owner's beside the database and never in the store, and printed at each start, so that a newcomer can
/// try everything. Elsewhere there is none then.
/// </summary>
internal sealed class CoordinatorCode(IConfiguration configuration, IHostEnvironment environment, DataFolder data)
{
    public const string Setting = "Coordinators:AccessCode";

    private const string FileName = "coordinator-code";
    private const int Length = 8;

    /// <summary>Null where nobody becomes a coordinator by a code. Known once <see cref="FindAsync"/> has run.</summary>
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
    /// <summary>Adds the code, and what people's tries are compared with.</summary>
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

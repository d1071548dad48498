using AgaBot.Dialogs.Codes;
using AgaBot.Dialogs.Coordinators;
using AgaBot.Dialogs.Inputs;
using AgaBot.Plans;
using AgaBot.Storage;
using AgaBot.Turns.Coordinators;
using Microsoft.Extensions.Options;

namespace AgaBot;

/// <summary>
/// The code that makes a person a coordinator: <c>Coordinators:AccessCode</c>. In Development, if none is set, a code is generated at the
/// first start, kept in a file beside the database that only its owner can read, and printed at each start. In other environments there is
/// no code unless it is set, and a code that can be guessed refuses the start (docs/decisions/0042).
/// </summary>
internal sealed class CoordinatorCode(IConfiguration configuration, IHostEnvironment environment, DataFolder data)
{
    public const string Setting = "Coordinators:AccessCode";

    private const string FileName = "coordinator-code";

    /// <summary>69 bits.</summary>
    private const int Length = 14;

    /// <summary>Null if there is no code. Set by <see cref="FindAsync"/>.</summary>
    public string? Value { get; private set; }

    /// <exception cref="OptionsValidationException">The code is too weak for this environment.</exception>
    public async Task FindAsync(TextWriter console, CancellationToken cancellationToken)
    {
        Value = configuration[Setting];
        if (environment.IsDevelopment() && string.IsNullOrWhiteSpace(Value))
        {
            Value = await data.GetOrCreateAsync(FileName, static () => ReadableCode.Draw(Length), cancellationToken);
            await console.WriteLineAsync(
                $"Coordinator's code (Development only; set {Setting} elsewhere). Say in the chat: coordinador {Value}"
            );
        }
        if (!environment.IsDevelopment() && Fault(Value) is { } fault)
            throw new OptionsValidationException(Setting, typeof(CoordinatorOptions), [fault]);
    }

    /// <summary>What is wrong with a code that strangers can try; null if there is no code, or a strong one.</summary>
    internal static string? Fault(string? code) =>
        string.IsNullOrWhiteSpace(code) || CodeStrength.Bits(code) >= CodeStrength.Enough
            ? null
            : $"{Setting} has about {Math.Floor(CodeStrength.Bits(code))} bits and can be guessed; it needs {CodeStrength.Enough}. "
                + "Make one with: openssl rand -hex 16";
}

internal static class CoordinatorCodeRegistration
{
    /// <summary>Adds the code, and the check of the codes that people enter.</summary>
    public static IServiceCollection AddCoordinatorCode(this IServiceCollection services)
    {
        services.AddSingleton<CoordinatorCode>();
        services.AddSingleton(provider => new AccessCode(provider.GetRequiredService<CoordinatorCode>().Value));
        services.AddSingleton<ICodeRedaction>(provider => new CodeRedaction(provider.GetRequiredService<CoordinatorCode>().Value));
        return services;
    }
}

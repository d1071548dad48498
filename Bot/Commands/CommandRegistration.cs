namespace AgaBot.Commands;

internal static class CommandRegistration
{
    /// <summary>Adds what the operator can ask for; it needs the store and its records.</summary>
    public static IServiceCollection AddCommands(this IServiceCollection services)
    {
        services.AddSingleton<OperatorCommands>();
        services.AddSingleton<ICommand, RecountCommand>();
        services.AddSingleton<ICommand, ExportCommand>();
        services.AddSingleton<ICommand, ImportCommand>();
        services.AddSingleton<ICommand, BackupCommand>();
        services.AddSingleton<ICommand, AuditVerifyCommand>();
        services.AddSingleton<ICommand, AuditSealCommand>();
        return services;
    }
}

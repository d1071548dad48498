namespace AgaBot.Commands;

internal static class CommandRegistration
{
    /// <summary>Adds the operator commands, which need the store and its records.</summary>
    public static IServiceCollection AddCommands(this IServiceCollection services)
    {
        services.AddSingleton<OperatorCommandRunner>();
        services.AddSingleton<IOperatorCommand, RecountCommand>();
        services.AddSingleton<IOperatorCommand, ExportCommand>();
        services.AddSingleton<IOperatorCommand, ImportCommand>();
        services.AddSingleton<IOperatorCommand, BackupCommand>();
        services.AddSingleton<IOperatorCommand, CompactCommand>();
        services.AddSingleton<IOperatorCommand, RetentionConfirmCommand>();
        services.AddSingleton<IOperatorCommand, AuditVerifyCommand>();
        services.AddSingleton<IOperatorCommand, AuditSealCommand>();
        return services;
    }
}

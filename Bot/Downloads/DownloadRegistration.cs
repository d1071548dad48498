namespace AgaBot.Downloads;

public static class DownloadRegistration
{
    /// <summary>Adds what the page offers a person to download. It needs the records of the plan and the dialogs' sheets.</summary>
    public static IServiceCollection AddDownloads(this IServiceCollection services) =>
        services.AddSingleton<OwnPeople>().AddSingleton<OwnDataReader>().AddSingleton<FichaWordFiles>();
}

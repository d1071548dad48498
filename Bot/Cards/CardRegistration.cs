namespace AgaBot.Cards;

public static class CardRegistration
{
    /// <summary>Adds the templates of the folder <c>cards/</c> beside the program.</summary>
    public static IServiceCollection AddCards(this IServiceCollection services) =>
        services.AddSingleton(provider =>
            CardTemplates.Load(Path.Combine(AppContext.BaseDirectory, "cards"), provider.GetRequiredService<ILogger<CardTemplates>>())
        );
}

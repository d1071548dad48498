namespace AgaBot.Cards;

public static class CardRegistration
{
    /// <summary>Adds the templates that stand beside the program in <c>cards/</c>.</summary>
    public static IServiceCollection AddCards(this IServiceCollection services) =>
        services.AddSingleton(provider =>
            CardTemplates.Load(Path.Combine(AppContext.BaseDirectory, "cards"), provider.GetRequiredService<ILogger<CardTemplates>>())
        );
}

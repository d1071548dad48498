namespace AgaBot.Channels.Page;

public static class PageRegistration
{
    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    public static IServiceCollection AddPage(this IServiceCollection services)
    {
        services.AddSingleton(PageFiles.Find(Path.Combine(AppContext.BaseDirectory, "page")));
        services.AddSingleton<PageEndpoints>();
        return services;
    }

    public static WebApplication MapPage(this WebApplication app)
    {
        PageEndpoints page = app.Services.GetRequiredService<PageEndpoints>();
        app.MapMethods("/", Methods, page.IndexAsync);
        app.MapMethods("/page/{file}", Methods, page.FileAsync);
        return app;
    }
}

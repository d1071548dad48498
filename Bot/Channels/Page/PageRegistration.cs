namespace AgaBot.Channels.Page;

public static class PageRegistration
{
    public static IServiceCollection AddPage(this IServiceCollection services)
    {
        services.AddSingleton(PageFiles.Find(Path.Combine(AppContext.BaseDirectory, "page")));
        services.AddSingleton<PageEndpoints>();
        return services;
    }

    public static WebApplication MapPage(this WebApplication app)
    {
        PageEndpoints page = app.Services.GetRequiredService<PageEndpoints>();
        app.MapMethods("/", [HttpMethods.Get, HttpMethods.Head], page.IndexAsync);
        app.MapGet("/page/{file}", page.FileAsync);
        return app;
    }
}

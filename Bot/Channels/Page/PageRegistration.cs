using AgaBot.Channels.Admission;

namespace AgaBot.Channels.Page;

public static class PageRegistration
{
    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    public static IServiceCollection AddPage(this IServiceCollection services, Func<IServiceProvider, PageHeading> heading)
    {
        string folder = Path.Combine(AppContext.BaseDirectory, "page");
        services.AddSingleton(heading);
        services.AddSingleton<PageTexts>();
        services.AddSingleton(PageFiles.Find(folder));
        services.AddSingleton(provider => new PageTemplates(folder, provider.GetRequiredService<PageTexts>()));
        services.AddSingleton<SecurityHeaders>();
        services.AddSingleton<PageEndpoints>();
        services.AddSingleton<OwnFichasEndpoint>();
        services.AddSingleton<BlankFichaEndpoint>();
        return services;
    }

    public static WebApplication MapPage(this WebApplication app)
    {
        app.Use(static (http, next) => SecurityHeaders.AddToAllAsync(http, next));
        PageEndpoints page = app.Services.GetRequiredService<PageEndpoints>();
        app.UseWhen(NotFoundPage.AppliesTo, notFound => notFound.Run(page.NotFoundAsync));
        RouteGroupBuilder pages = app.MapGroup("").WithMetadata(RequestCostMetadata.Request);
        RouteGroupBuilder downloads = app.MapGroup("").WithMetadata(RequestCostMetadata.Download);
        pages.MapMethods("/", Methods, page.IndexAsync);
        pages.MapMethods("/mis-fichas", Methods, page.FichasAsync);
        OwnFichasEndpoint own = app.Services.GetRequiredService<OwnFichasEndpoint>();
        downloads.MapGet("/mis-fichas/datos", own.GetAsync);
        downloads.MapGet("/mis-datos/archivo", own.DownloadAsync);
        downloads.MapGet("/mis-fichas/word/{number}", own.WordAsync);
        pages.MapMethods("/ficha-en-blanco.docx", Methods, app.Services.GetRequiredService<BlankFichaEndpoint>().GetAsync);
        pages.MapMethods("/datos", Methods, page.DataAsync);
        pages.MapMethods("/incrustar.js", Methods, page.EmbedAsync);
        pages.MapMethods("/page/{file}", Methods, page.FileAsync);
        return app;
    }
}

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
        app.MapMethods("/", Methods, page.IndexAsync).WithMetadata(RequestCostMetadata.Request);
        app.MapMethods("/mis-fichas", Methods, page.FichasAsync).WithMetadata(RequestCostMetadata.Request);
        OwnFichasEndpoint own = app.Services.GetRequiredService<OwnFichasEndpoint>();
        app.MapGet("/mis-fichas/datos", own.GetAsync).WithMetadata(RequestCostMetadata.Download);
        app.MapGet("/mis-datos/archivo", own.DownloadAsync).WithMetadata(RequestCostMetadata.Download);
        app.MapGet("/mis-fichas/word/{number}", own.WordAsync).WithMetadata(RequestCostMetadata.Download);
        app.MapMethods("/ficha-en-blanco.docx", Methods, app.Services.GetRequiredService<BlankFichaEndpoint>().GetAsync)
            .WithMetadata(RequestCostMetadata.Request);
        app.MapMethods("/datos", Methods, page.DataAsync).WithMetadata(RequestCostMetadata.Request);
        app.MapMethods("/incrustar.js", Methods, page.EmbedAsync).WithMetadata(RequestCostMetadata.Request);
        app.MapMethods("/page/{file}", Methods, page.FileAsync).WithMetadata(RequestCostMetadata.Request);
        return app;
    }
}

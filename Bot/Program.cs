WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
WebApplication app = builder.Build();
app.MapGet("/healthz", () => "ok");
await app.RunAsync();

/// <summary>The composition root; public so that tests can start the whole app.</summary>
public partial class Program;

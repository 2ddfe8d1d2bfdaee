namespace MyPortal.ProfileApi.DemoData;

/// <summary>People to try the portal with. In Development only: elsewhere nothing asks for them, and their file is not published.</summary>
internal static class DemoDataModule
{
    public static void AddDemoData(this WebApplicationBuilder builder) => builder.Services.AddScoped<DemoPeople>();

    public static void MapDemoData(this WebApplication app)
    {
        if (app.Environment.IsDevelopment())
            DemoDataEndpoints.Map(app);
    }
}

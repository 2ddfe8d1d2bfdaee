namespace MyPortal.AppHost.Dashboard;

internal static class Links
{
    /// <summary>Shows one named link in the dashboard instead of an address per endpoint.</summary>
    public static IResourceBuilder<T> WithLink<T>(this IResourceBuilder<T> builder, string text, string path = "") where T : IResourceWithEndpoints =>
        builder.WithUrls(context =>
        {
            var shown = context.Urls.FirstOrDefault(url => url.Endpoint?.EndpointName == "https") ?? context.Urls.FirstOrDefault();
            foreach (var url in context.Urls.Where(url => url != shown))
                url.DisplayLocation = UrlDisplayLocation.DetailsOnly;
            if (shown is null)
                return;
            shown.DisplayText = text;
            shown.Url = shown.Url.TrimEnd('/') + path;
        });
}

namespace MyPortal.ProfileApi.Profile;

/// <summary>What people see and change of themselves.</summary>
internal static class ProfileModule
{
    public static void AddProfile(this WebApplicationBuilder builder) => builder.Services.AddScoped<PasswordChange>();

    public static void MapProfile(this IEndpointRouteBuilder routes) => ProfileEndpoints.Map(routes);
}

using MyPortal.ServiceDefaults.Apis;

namespace MyPortal.ProfileApi;

/// <summary>What this API says of itself, and where it is stricter than the others.</summary>
internal static class ApiFormatModule
{
    public static void AddApiFormat(this WebApplicationBuilder builder)
    {
        builder.Services.ConfigureHttpJsonOptions(options =>
        {
            options.SerializerOptions.RespectNullableAnnotations = true;
            options.SerializerOptions.RespectRequiredConstructorParameters = true; // {} must not mean "remove my link"
        });
        builder.Services.AddOpenApi(options => options.Describe("MyPortal ProfileApi",
            "People, their sessions and their booking links. Every call needs an access token as bearer; problems are RFC 9457 problem details."));
    }
}

using MyPortal.ServiceDefaults;

namespace MyPortal.ProfileApi.Technicians;

/// <summary>Who works on tickets, for those who assign them.</summary>
internal static class TechniciansModule
{
    public static void AddTechnicians(this WebApplicationBuilder builder) => builder.AddWarmUp<TechnicianWarmUp>();

    public static void MapTechnicians(this IEndpointRouteBuilder routes) => TechnicianEndpoints.Map(routes);
}

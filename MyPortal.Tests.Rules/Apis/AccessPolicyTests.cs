using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using MyPortal.ServiceDefaults.Apis;

namespace MyPortal.Tests.Rules.Apis;

/// <summary>Which role passes which policy, the same in every API.</summary>
public sealed class AccessPolicyTests
{
    [Theory]
    [InlineData(PortalRoles.Customer, false, false)]
    [InlineData(PortalRoles.Technician, true, false)]
    [InlineData(PortalRoles.Administrator, true, true)]
    [InlineData("Administrator", false, false)]
    [InlineData("", false, false)]
    public async Task A_policy_goes_by_the_role_in_the_token(string role, bool isStaff, bool isAdministrator)
    {
        (await PassesAsync(role, AccessPolicies.Staff)).ShouldBe(isStaff);
        (await PassesAsync(role, AccessPolicies.Administrator)).ShouldBe(isAdministrator);
        (await PassesAsync(role, policy: null)).ShouldBeTrue();
    }

    [Theory]
    [InlineData(null)]
    [InlineData(AccessPolicies.Staff)]
    [InlineData(AccessPolicies.Administrator)]
    public async Task What_an_API_demands_of_every_caller_counts_whatever_the_policy(string? policy)
    {
        (await PassesAsync(PortalRoles.Administrator, policy, every => every.RequireClaim("name"))).ShouldBeFalse();
        (await PassesAsync(PortalRoles.Administrator, policy, every => every.RequireClaim("role"))).ShouldBeTrue();
    }

    [Theory]
    [InlineData(null)]
    [InlineData(AccessPolicies.Staff)]
    [InlineData(AccessPolicies.Administrator)]
    public async Task Nobody_passes_none(string? policy) =>
        (await PassesAsync(new ClaimsPrincipal(new ClaimsIdentity()), policy, everyCaller: null)).ShouldBeFalse();

    private static Task<bool> PassesAsync(string role, string? policy, Action<AuthorizationPolicyBuilder>? everyCaller = null) =>
        PassesAsync(new ClaimsPrincipal(new ClaimsIdentity([new Claim("role", role)], "Bearer", "name", "role")), policy, everyCaller);

    private static async Task<bool> PassesAsync(ClaimsPrincipal caller, string? policy, Action<AuthorizationPolicyBuilder>? everyCaller)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.AddAccessTokens(everyCaller);
        await using var services = builder.Services.BuildServiceProvider();
        var policies = services.GetRequiredService<IAuthorizationPolicyProvider>();
        var asked = policy is null ? await policies.GetDefaultPolicyAsync() : await policies.GetPolicyAsync(policy);
        return (await services.GetRequiredService<IAuthorizationService>().AuthorizeAsync(caller, asked.ShouldNotBeNull())).Succeeded;
    }
}

using Microsoft.AspNetCore.Mvc.RazorPages;
using MyPortal.Web.Clients;

namespace MyPortal.Web.Pages;

/// <summary>How a page does what a person asked for, and stays with them when it did not work.</summary>
internal static class Attempts
{
    /// <summary>What came of it. Refused, or with the API away, the page's answer has the status that says so.</summary>
    /// <param name="page">The page.</param>
    /// <param name="change">What the person asked for.</param>
    /// <param name="ifAway">The sentence for them while the API is away (<see cref="Refusal.IsOutage"/>).</param>
    public static async Task<ApiResult<T>> AttemptAsync<T>(this PageModel page, Task<ApiResult<T>> change, string ifAway) where T : class
    {
        var result = await OrAwayAsync(change, ifAway);
        if (result.Refusal is { } refusal)
            page.Response.StatusCode = (int)refusal.Status;
        return result;
    }

    /// <summary>As <see cref="AttemptAsync"/>, for what the API refuses only to people who have no business on this page.</summary>
    /// <exception cref="ApiRefusedException">The API refused; the status code becomes the page's.</exception>
    public static async Task<ApiResult<T>> RequireAsync<T>(this PageModel page, Task<ApiResult<T>> change, string ifAway) where T : class
    {
        var result = await page.AttemptAsync(change, ifAway);
        return result.Refusal is { IsOutage: false } refusal ? throw new ApiRefusedException(refusal.Status) : result;
    }

    private static async Task<ApiResult<T>> OrAwayAsync<T>(Task<ApiResult<T>> change, string ifAway) where T : class
    {
        try
        {
            return await change;
        }
        catch (ApiUnavailableException)
        {
            return new(null, Refusal.Away(ifAway));
        }
    }
}

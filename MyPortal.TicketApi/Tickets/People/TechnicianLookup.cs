using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication;

namespace MyPortal.TicketApi.Tickets.People;

/// <summary>The fields of ProfileApi's answer that this service reads.</summary>
internal sealed record Technician(Guid Id, string Name, string Email);

/// <summary>Asks ProfileApi, with the caller's own token, whether somebody can be assigned to.</summary>
internal sealed class TechnicianLookup(HttpClient http, IHttpContextAccessor accessor)
{
    /// <summary>Time for the whole answer. Assigning is interactive: rather say "try again" than hang.</summary>
    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(5);

    /// <summary>Null when there is no such active technician or administrator.</summary>
    /// <exception cref="ProfileApiUnavailableException">No answer in time, or one that makes no sense.</exception>
    public async Task<Technician?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"technicians/{id}");
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await TokenAsync());
            using var response = await http.SendAsync(request, cancellationToken);
            if (response.StatusCode == HttpStatusCode.NotFound)
                return null;
            response.EnsureSuccessStatusCode();
            var technician = await response.Content.ReadFromJsonAsync<Technician>(cancellationToken);
            return technician is { Name.Length: > 0, Email: not null } && technician.Id == id
                ? technician
                : throw new ProfileApiUnavailableException("ProfileApi's answer is not a technician.");
        }
        catch (Exception failure) when (failure is HttpRequestException or JsonException
            || (failure is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw new ProfileApiUnavailableException("ProfileApi gave no usable answer.", failure);
        }
    }

    private async Task<string?> TokenAsync() =>
        accessor.HttpContext is { } context ? await context.GetTokenAsync("access_token") : null;
}

using Microsoft.AspNetCore.Mvc.ModelBinding;
using MyPortal.Web.Clients;

namespace MyPortal.Web.Pages;

internal static class ModelStateExtensions
{
    /// <summary>Puts an API's messages beside the fields of a page; what belongs to no field stands above the form.</summary>
    public static void AddRefusal(this ModelStateDictionary state, Refusal refusal)
    {
        if (refusal.Errors.Count == 0)
            state.AddModelError("", refusal.Detail);
        foreach (var (field, messages) in refusal.Errors)
            state.AddModelError(field.Length == 0 ? "" : char.ToUpperInvariant(field[0]) + field[1..], messages[0]);
    }
}

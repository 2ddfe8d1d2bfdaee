using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace MyPortal.Web.Pages;

/// <summary>Tells the next page which form's text has been saved, so that <c>drafts.js</c> forgets it, and nothing that was not saved.</summary>
public static class SavedDraft
{
    private const string Key = "SavedDraft";

    /// <summary>Names a form as its <c>data-draft</c> does.</summary>
    public static void SetSavedDraft(this ITempDataDictionary tempData, string draft) => tempData[Key] = draft;

    public static string? TakeSavedDraft(this ITempDataDictionary tempData) => tempData[Key] as string;
}

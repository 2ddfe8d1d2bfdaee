using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using MyPortal.Tests.Fixtures;
using MyPortal.Tests.Identity;

namespace MyPortal.Tests.Pages;

/// <summary>Pages as a browser without scripts sees them.</summary>
internal static class PageReading
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<IDocument> PageAsync(this HttpResponseMessage response) =>
        await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStringAsync(Stop), Stop);

    public static async Task<IDocument> GetPageAsync(this WebSession session, string path) =>
        await new HtmlParser().ParseDocumentAsync(await session.GetHtmlAsync(path, Stop), Stop);

    /// <summary>What stands there, with white space as a reader sees it.</summary>
    public static string Text(this IParentNode parent, string selector) =>
        string.Join(' ', parent.QuerySelector(selector).ShouldNotBeNull(selector).TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public static string Value(this IParentNode parent, string selector) =>
        ((IHtmlInputElement)parent.QuerySelector(selector).ShouldNotBeNull(selector)).Value;

    /// <summary>Somebody whom no other test knows, signed in.</summary>
    public static async Task<WebSession> NewSessionAsync(this PortalFixture portal, string role, Uri? web = null)
    {
        var lab = await ProfileLab.OfAsync(portal);
        var user = await lab.CreatePersonAsync(role);
        return await WebSession.BeginAsync(
            web ?? portal.Address("web"), new Person(user.Id, user.Name, user.Email!, role, null, null), Stop, ProfileLab.Password);
    }
}

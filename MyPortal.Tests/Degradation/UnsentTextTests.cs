using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using MyPortal.Tests.Browser;
using MyPortal.Tests.Fixtures;
using MyPortal.Tests.Tickets;

namespace MyPortal.Tests.Degradation;

/// <summary>TicketApi is away when somebody sends what they wrote: without any script, the answer holds all of it, ready to be sent again.</summary>
[Collection<FaultyWeb>]
public sealed class UnsentTextTests(PortalFixture portal, FaultyWeb web)
{
    private const string Text = "First line <b>\r\n\r\nThird line & \"quotes\"";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Casey", false)]
    [InlineData("Tess", false)]
    [InlineData("Tess", true)]
    public async Task A_reply_is_in_its_field_again_and_is_saved_when_sent_again(string writer, bool isInternal)
    {
        var number = await portal.TicketForAsync(Demo.Tess);
        using var session = await web.SignInAsync(Demo.Everybody.Single(person => person.Name.StartsWith(writer, StringComparison.Ordinal)));
        var fields = new Dictionary<string, string> { ["body"] = Text };
        if (isInternal)
            fields["isInternal"] = "true";

        web.TicketApi.Stop();
        using var answer = await session.PostFormAsync($"/tickets/{number}?handler=Reply", fields, Stop, formPage: "/tickets/new");
        answer.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        var page = await ReadAsync(answer);
        page.QuerySelector("h1")!.TextContent.ShouldContain($"#{number}");
        var form = (IHtmlFormElement)page.QuerySelector("form.reply-form")!;
        var field = (IHtmlTextAreaElement)form.QuerySelector("#reply")!;
        field.Value.ReplaceLineEndings("\r\n").ShouldBe(Text);
        page.QuerySelector("#reply-error")!.TextContent.ShouldContain("send it again");
        (form.QuerySelector("[name=isInternal]") as IHtmlInputElement)?.IsChecked.ShouldBe(isInternal);
        (form.QuerySelector("[name=isInternal]") is not null).ShouldBe(writer == "Tess");

        web.TicketApi.Resume();
        using var sent = await SendAsync(session, form, form.GetAttribute("action")!);
        sent.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        using var tess = await portal.ApiClientAsync("ticketapi", Demo.Tess);
        var reply = (await tess.ReadTicketAsync(number)).Replies.ShouldHaveSingleItem();
        reply.Body.ReplaceLineEndings("\r\n").ShouldBe(Text);
        reply.IsInternal.ShouldBe(isInternal);
    }

    [Fact]
    public async Task A_new_ticket_is_in_its_form_again_and_is_opened_when_sent_again()
    {
        using var session = await web.SignInAsync(Demo.Casey);

        web.TicketApi.Stop();
        using var answer = await session.PostFormAsync("/tickets/new", new() { ["Subject"] = "Kept subject", ["Description"] = Text, ["Priority"] = "high" }, Stop);
        answer.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        var page = await ReadAsync(answer);
        ((IHtmlInputElement)page.QuerySelector("#Subject")!).Value.ShouldBe("Kept subject");
        ((IHtmlTextAreaElement)page.QuerySelector("#Description")!).Value.ReplaceLineEndings("\r\n").ShouldBe(Text);
        ((IHtmlSelectElement)page.QuerySelector("#Priority")!).Value.ShouldBe("high");
        page.QuerySelector("[role=alert]")!.TextContent.ShouldContain("send it again");

        web.TicketApi.Resume();
        using var sent = await SendAsync(session, (IHtmlFormElement)page.QuerySelector("form[data-draft=new-ticket]")!, "/tickets/new");
        sent.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task A_page_that_cannot_be_read_offers_the_same_address_once_more()
    {
        using var session = await web.SignInAsync(Demo.Casey);
        web.TicketApi.Stop();
        using var answer = await session.Client.GetAsync("/tickets?view=mine&status=all", Stop);
        answer.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await ReadAsync(answer)).QuerySelector(".error-page .button-primary")!.GetAttribute("href").ShouldBe("/tickets?view=mine&status=all");
    }

    private static async Task<IDocument> ReadAsync(HttpResponseMessage answer) =>
        await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync(Stop), Stop);

    /// <summary>Presses the form's button, as it stands in the answer.</summary>
    private static async Task<HttpResponseMessage> SendAsync(WebSession session, IHtmlFormElement form, string path)
    {
        var fields = form.Elements.OfType<IHtmlElement>().Select(element => element switch
        {
            IHtmlInputElement { Type: "checkbox", IsChecked: false } => default,
            IHtmlInputElement input => (input.Name, input.Value),
            IHtmlTextAreaElement area => (area.Name, area.Value),
            IHtmlSelectElement select => (select.Name, select.Value),
            _ => default((string? Name, string? Value)),
        }).Where(field => field.Name is not null).Select(field => KeyValuePair.Create(field.Name!, field.Value ?? ""));
        using var content = new FormUrlEncodedContent(fields);
        return await session.Client.PostAsync(path, content, Stop);
    }
}

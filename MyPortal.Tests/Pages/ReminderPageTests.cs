using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using MyPortal.Tests.Fixtures;

namespace MyPortal.Tests.Pages;

/// <summary>My Profile: everybody chooses when to be reminded.</summary>
public sealed class ReminderPageTests(PortalFixture portal)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("technician")]
    [InlineData("administrator")]
    public async Task What_is_ticked_is_saved_and_nothing_ticked_means_none(string role)
    {
        using var person = await portal.NewSessionAsync(role);
        Ticked(await person.GetPageAsync("/profile")).ShouldBeEmpty();

        await ChooseAsync(person, "1440", "15");
        Ticked(await person.GetPageAsync("/profile")).ShouldBe(["1440", "15"]);

        await ChooseAsync(person);
        Ticked(await person.GetPageAsync("/profile")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Customers_have_the_same_choice() =>
        (await (await portal.SessionAsync(Demo.Harper)).GetPageAsync("/profile")).QuerySelectorAll("#reminders [name=minutesBefore]").Length.ShouldBe(3);

    private static async Task ChooseAsync(WebSession person, params string[] minutes)
    {
        var token = (await person.GetPageAsync("/profile")).Value("#reminders input[name=__RequestVerificationToken]");
        using var form = new FormUrlEncodedContent(
            [new("__RequestVerificationToken", token), .. minutes.Select(choice => KeyValuePair.Create("minutesBefore", choice))]);
        using var response = await person.Client.PostAsync("/profile?handler=Reminders", form, Stop);
        response.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    private static string[] Ticked(IDocument page) =>
        [.. page.QuerySelectorAll("#reminders [name=minutesBefore]").Cast<IHtmlInputElement>().Where(box => box.IsChecked).Select(box => box.Value)];
}

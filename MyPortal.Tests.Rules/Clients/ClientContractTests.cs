using System.Reflection;
using System.Text.Json.Nodes;
using MyPortal.Tests.Shared;
using MyPortal.Web.BookingCards;
using MyPortal.Web.Clients;
using MyPortal.Web.Wording;

namespace MyPortal.Tests.Rules.Clients;

/// <summary>
/// The services share no types: each client declares the few fields that it reads. So what clients send and read is held against the
/// APIs' committed documents here, and those against the running APIs elsewhere.
/// </summary>
public sealed class ClientContractTests
{
    private static readonly Dictionary<Type, string> Clients = new()
    {
        [typeof(TicketClient)] = "TicketApi",
        [typeof(AutomationClient)] = "TicketApi",
        [typeof(CallClient)] = "TicketApi",
        [typeof(ConnectionClient)] = "TicketApi",
        [typeof(WebhookClient)] = "TicketApi",
        [typeof(UnsubscribeClient)] = "TicketApi",
        [typeof(ProfileClient)] = "ProfileApi",
        [typeof(TechnicianClient)] = "ProfileApi",
    };

    [Fact]
    public async Task What_Web_sends_and_reads_is_what_the_APIs_describe()
    {
        Clients.Keys.ShouldBe(typeof(ApiClient).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(ApiClient))), ignoreOrder: true);
        foreach (var client in Clients.Keys)
            (await CheckAsync(client, ApiDescription.Committed(Clients[client]))).Problems.ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_record_of_the_clients_is_held()
    {
        var held = new HashSet<Type>();
        foreach (var client in Clients.Keys)
            held.UnionWith((await CheckAsync(client, ApiDescription.Committed(Clients[client]))).Records);

        // Those of every answer, refusals too; they are held below.
        Type[] envelope = [typeof(ApiResult<>), typeof(Refusal)];
        held.ShouldBe(typeof(ApiClient).Assembly.GetExportedTypes()
            .Where(type => type.Namespace == typeof(ApiClient).Namespace && type.GetMethod("<Clone>$") is not null).Except(envelope), ignoreOrder: true);
    }

    [Theory]
    [InlineData("TicketApi")]
    [InlineData("ProfileApi")]
    public void Refusals_are_read_as_the_APIs_describe_them(string api)
    {
        var description = ApiDescription.Committed(api);
        var check = new ContractCheck(description);
        check.Hold(typeof(Refusal).GetNestedType("Problem", BindingFlags.NonPublic)!, description.Component("HttpValidationProblemDetails"));
        check.Problems.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("NewTicket", "subject", FormLimits.Subject)]
    [InlineData("NewTicket", "description", FormLimits.Text)]
    [InlineData("NewReply", "body", FormLimits.Text)]
    public void A_form_takes_as_much_text_as_TicketApi(string component, string property, int limit)
    {
        var schema = ApiDescription.Committed("TicketApi").Component(component)["properties"]![property]!;
        schema["maxLength"]!.GetValue<int>().ShouldBe(limit);
    }

    [Fact]
    public void TicketApi_reads_a_technician_as_ProfileApi_describes_one()
    {
        var description = ApiDescription.Committed("ProfileApi");
        var check = new ContractCheck(description);
        var operation = description.FindOperation("GET", $"/technicians/{Guid.NewGuid()}").ShouldNotBeNull();
        check.Hold(typeof(TicketApi.Tickets.People.Technician), ApiDescription.AnswerOf(operation).ShouldNotBeNull());
        check.Problems.ShouldBeEmpty();
    }

    [Fact]
    public void Web_knows_every_value_of_a_tickets_choices_in_the_order_of_TicketApi()
    {
        foreach (var choice in TicketChoices.All)
        {
            choice.Codes.ShouldBe(ApiDescription.Committed("TicketApi").Texts("Ticket" + choice.Label));
            choice.Listed.ShouldBeSubsetOf(choice.Codes);
            if (choice.Question is not null)
                choice.Answers.Select(answer => answer.Code).ShouldBe(choice.Codes);
        }
    }

    // Web shows kinds that it does not know in a plain way, so only those that it has words for are held.
    [Theory]
    [InlineData("created")]
    [InlineData("assigned")]
    [InlineData("unassigned")]
    [InlineData("status_changed")]
    [InlineData("priority_changed")]
    public void An_event_that_Web_has_words_for_is_one_that_TicketApi_tells(string kind)
    {
        HasWordsOfItsOwn(kind).ShouldBeTrue();
        ApiDescription.Committed("TicketApi").Texts("TimelineKind").ShouldContain(kind);
    }

    [Fact]
    public void Web_has_words_for_everything_that_becomes_of_a_delivery()
    {
        var tickets = ApiDescription.Committed("TicketApi");
        DeliveryWording.States.ShouldBe(tickets.Texts("DeliveryState"), ignoreOrder: true);
        tickets.Texts("DeliveryState").Where(state => state is not ("processed" or "ignored" or "failed"))
            .ShouldAllBe(state => DeliveryWording.StateInWords(state) != state.InWords());
        tickets.Texts("DeliveryReason").ShouldAllBe(reason => DeliveryWording.ReasonInWords(reason) != reason.InWords() + ".");
        tickets.Texts("DeliverySource").ShouldAllBe(source => DeliveryWording.SourceInWords(source) != source.InWords());
    }

    [Fact]
    public void Web_has_words_for_every_state_of_a_call_and_of_a_connection()
    {
        var tickets = ApiDescription.Committed("TicketApi");
        tickets.Texts("CallStatus").Where(status => status is not ("payment_pending" or "cancelled"))
            .ShouldAllBe(status => CallIn(status).StateInWords() != status.InWords());
        tickets.Texts("ApiKeyState").ShouldAllBe(state => ConnectionWording.ApiKeyInWords(state) != state.InWords());
        tickets.Texts("WebhookState").ShouldAllBe(state => ConnectionWording.WebhookInWords(state) != state.InWords());
    }

    [Theory]
    [InlineData("TicketApi", "UnsubscribeEnds", "reminders")]
    [InlineData("TicketApi", "ApiKeyState", "none")]
    [InlineData("TicketApi", "ApiKeyState", "refused")]
    [InlineData("TicketApi", "WebhookState", "set_up")]
    [InlineData("TicketApi", "Role", "customer")]
    [InlineData("ProfileApi", "PortalRole", "technician")]
    [InlineData("ProfileApi", "PortalRole", "administrator")]
    [InlineData("ProfileApi", "BookingAppearance", "embedded")]
    [InlineData("ProfileApi", "BookingProvider", "cal_com")]
    [InlineData("ProfileApi", "BookingProvider", "other")]
    public void A_text_that_pages_compare_with_is_one_that_the_API_gives(string api, string name, string text) =>
        ApiDescription.Committed(api).Texts(name).ShouldContain(text);

    [Fact]
    public void An_embedded_link_is_one_that_the_card_embeds()
    {
        var link = new BookingLink("https://cal.com/me", "cal_com", "Cal.com", "embedded", new Embed("me", "https://cal.com", "https://cal.com/embed.js", []), null);
        var appearances = ApiDescription.Committed("ProfileApi").Texts("BookingAppearance");
        appearances.Where(appearance => new BookingCard(CardState.Shown) { Link = link with { Appearance = appearance } }.Embed is not null).ShouldBe(["embedded"]);
    }

    [Theory]
    [InlineData("a field that is read", "\"bookingReference\":", "\"reference\":", "TicketDetail.BookingReference: TicketApi has no bookingReference in TicketDetail.")]
    [InlineData("a field of a nested record", "\"isInternal\":", "\"isNote\":", "Reply.IsInternal: TicketApi has no isInternal in ReplyItem.")]
    [InlineData("a field that is sent", "\"userId\":", "\"technicianId\":", "TicketClient.AssignAsync: TicketApi knows no userId in AssigneeChange.")]
    [InlineData("a new field that must be sent", "\"required\": [\n          \"status\"\n        ]", "\"required\": [\"status\", \"reason\"]", "TicketClient.ChangeAsync: TicketApi demands reason in StatusChange.")]
    [InlineData("a field that may be left out", "\"updatedAt\"\n        ],", "\"other\"],", "TicketSummary.UpdatedAt: TicketApi may leave updatedAt out of TicketSummary.")]
    [InlineData("a route", "\"/api/tickets/{number}/status\"", "\"/api/tickets/{number}/state\"", "TicketClient.ChangeAsync: TicketApi has no PUT /api/tickets/1001/status.")]
    [InlineData("a method", "\"put\":", "\"patch\":", "TicketClient.AssignAsync: TicketApi has no PUT /api/tickets/1001/assignee.")]
    [InlineData("a query parameter", "\"name\": \"cursor\"", "\"name\": \"after\"", "TicketClient.ListAsync: TicketApi knows no query parameter cursor.")]
    [InlineData("a type", "\"type\": \"boolean\"", "\"type\": \"string\"", "Reply.IsInternal: TicketApi answers string, which is not Boolean.")]
    [InlineData("a format", "\"format\": \"int64\"", "\"format\": \"int32\"", "TicketSummary.Number: TicketApi answers integer int32, which is not Int64.")]
    [InlineData("a null", "\"type\": \"boolean\"", "\"type\": [\"null\", \"boolean\"]", "Reply.IsInternal: TicketApi may answer null.")]
    [InlineData("a version", "\"name\": \"If-Match\"", "\"name\": \"If-Version\"", "TicketClient.AssignAsync: TicketApi knows no If-Match.")]
    public async Task A_change_of_the_API_is_noticed(string what, string before, string after, string problem)
    {
        var changed = ApiDescription.CommittedText("TicketApi").Replace(before, after, StringComparison.Ordinal);
        var check = await CheckAsync(typeof(TicketClient), new ApiDescription("TicketApi", JsonNode.Parse(changed)!));
        check.Problems.ShouldContain(problem, $"{what}: {string.Join('\n', check.Problems)}");
    }

    private static async Task<ContractCheck> CheckAsync(Type client, ApiDescription description)
    {
        var check = new ContractCheck(description);
        foreach (var call in await ClientCall.AllOfAsync(client))
            check.Hold(call);
        return check;
    }

    private static TicketCall CallIn(string status) =>
        new(Guid.Empty, status, default, default, new("", ""), new("", ""), null, null, null, IsAhead: false, WithPreviousTechnician: false);

    private static bool HasWordsOfItsOwn(string kind) =>
        !new TimelineEntry(Guid.Empty, kind, default, null, "a", "b").InWords().Equals(kind.InWords(), StringComparison.OrdinalIgnoreCase);
}

using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using MyPortal.TicketApi.Calls;
using MyPortal.TicketApi.Calls.Facts;
using MyPortal.TicketApi.Mail;
using MyPortal.TicketApi.Tickets.People;

namespace MyPortal.Tests.Rules.Mail;

public sealed class CallReaderTests
{
    private const string Join = "https://video.example/room";
    private static readonly Guid Technician = Guid.NewGuid();
    private static readonly TicketInMail Ticket = new(Guid.NewGuid(), 1001, "Printer", Guid.NewGuid());
    private static readonly CallLinks Links = new(new ConfigurationBuilder().Build(), new HostingEnvironment { EnvironmentName = Environments.Production });

    [Fact]
    public void The_calendar_has_invited_the_organizer_the_attendee_and_guests()
    {
        var call = NewCall();

        call.Invites(Technician, "other@x.example").ShouldBeTrue();
        foreach (var address in (string[])["Tess@x.example", "robin@X.example", "guest@x.example"])
            call.Invites(Guid.NewGuid(), address).ShouldBeTrue(address);
        call.Invites(Guid.NewGuid(), "casey@x.example").ShouldBeFalse();
    }

    [Fact]
    public void Nobody_is_invited_by_having_no_address() => new Call { TechnicianId = Technician }.Invites(personId: null, "").ShouldBeFalse();

    [Theory]
    [InlineData(Role.Technician, "any@x.example", CallStatus.Accepted, true)]
    [InlineData(Role.Administrator, "any@x.example", CallStatus.Accepted, true)]
    [InlineData(Role.Customer, "guest@x.example", CallStatus.Accepted, true)]
    [InlineData(Role.Customer, "any@x.example", CallStatus.Accepted, false)]
    [InlineData(Role.Technician, "any@x.example", CallStatus.Cancelled, false)]
    [InlineData(Role.Customer, "guest@x.example", CallStatus.InProgress, false)]
    public void Where_to_join_is_for_staff_and_those_whose_call_it_is_while_it_takes_place(Role role, string address, CallStatus status, bool told) =>
        NewCall(status).JoinUrlFor(NewReader(Guid.NewGuid(), role, address), Ticket, Links).ShouldBe(told ? Join : null);

    [Fact]
    public void The_requester_may_join_and_an_address_that_a_rule_named_may_not()
    {
        NewCall().JoinUrlFor(NewReader(Ticket.RequesterId, Role.Customer, "any@x.example"), Ticket, Links).ShouldBe(Join);
        NewCall().JoinUrlFor(new MailReader(null, "", "guest@x.example", Watches: false, WantsReminders: false), Ticket, Links).ShouldBeNull();
    }

    private static Call NewCall(CallStatus status = CallStatus.Accepted) => new()
    {
        TechnicianId = Technician,
        Status = status,
        Details = new() { OrganizerEmail = "tess@x.example", AttendeeEmail = "robin@x.example", AttendeeEmails = ["guest@x.example", "robin@x.example"], JoinUrl = Join },
    };

    private static MailReader NewReader(Guid id, Role role, string address) =>
        new(new Person { Id = id, Name = "Casey", Email = address, Role = role }, "Casey", address, Watches: true, WantsReminders: false);
}

using System.Globalization;
using System.Text;
using CsCheck;
using MyPortal.Tests.Shared;
using MyPortal.TicketApi.CalCom.Inbox;
using MyPortal.TicketApi.Calls.Facts;

using static MyPortal.Tests.Shared.CalComMessages;

namespace MyPortal.Tests.Rules.Bookings;

public sealed class WebhookReaderTests
{
    private const string Uid = "kq7Vw3uQ2m4n8Zs6p1XyTe";
    private static readonly DateTimeOffset Start = new(2026, 12, 1, 9, 0, 0, TimeSpan.Zero);

    public static byte[] Sample(string name) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Bookings", "Samples", name + ".json"));

    [Theory]
    [InlineData("BOOKING_CREATED", CallFactKind.Created, Uid, true)]
    [InlineData("BOOKING_REQUESTED", CallFactKind.Requested, Uid, false)]
    [InlineData("BOOKING_RESCHEDULED", CallFactKind.Rescheduled, "r8Nc5dLw0bQe7Jt2HyVfGa", true)]
    [InlineData("BOOKING_CANCELLED", CallFactKind.Cancelled, Uid, false)]
    [InlineData("BOOKING_REJECTED", CallFactKind.Rejected, Uid, false)]
    [InlineData("BOOKING_NO_SHOW_UPDATED", CallFactKind.NoShow, Uid, false)]
    [InlineData("MEETING_ENDED", CallFactKind.MeetingEnded, Uid, false)]
    public void Every_sample_is_a_fact(string name, object kind, string uid, bool accepted)
    {
        var fact = Fact(Sample(name));

        (fact.Kind, fact.Uid, fact.Accepted).ShouldBe(((CallFactKind)kind, uid, accepted));
        if (fact.Kind is CallFactKind.NoShow)
        {
            fact.NoShows.ShouldBe([new Absence("alex@example.com", true)]);
            return;
        }
        fact.Start.ShouldBe(name == "BOOKING_RESCHEDULED" ? new DateTimeOffset(2026, 12, 2, 13, 0, 0, TimeSpan.Zero) : Start);
        (fact.End - fact.Start).ShouldBe(TimeSpan.FromMinutes(30));
        (fact.Says.Title, fact.Says.OrganizerName, fact.Says.OrganizerEmail, fact.Says.OrganizerTimeZone)
            .ShouldBe(("30min between Sam Host and Alex Example", "Sam Host", "sam.host@example.com", "Europe/Berlin"));
        (fact.Says.AttendeeName, fact.Says.AttendeeEmail, fact.Says.AttendeeTimeZone).ShouldBe(("Alex Example", "alex@example.com", "Europe/Berlin"));
    }

    [Fact]
    public void A_move_names_what_it_replaces_and_guests_are_known_too()
    {
        var fact = Fact(Sample("BOOKING_RESCHEDULED"));

        (fact.Predecessor, fact.PredecessorStart, fact.Reason).ShouldBe((Uid, Start, "Conflict with another meeting"));
        fact.Says.AttendeeEmails.ShouldBe(["alex@example.com", "robin@example.com"]);
        (fact.Says.JoinUrl, fact.Says.BookerUrl).ShouldBe(("https://app.cal.com/video/kq7Vw3uQ2m4n8Zs6p1XyTe", "https://cal.com/"));
        Fact(Sample("BOOKING_CANCELLED")).Reason.ShouldBe("Problem solved, no call needed");
    }

    [Theory]
    [InlineData("MEETING_STARTED")]
    [InlineData("MEETING_ENDED")]
    public void Flat_and_enveloped_meetings_are_the_same_fact(string trigger)
    {
        var messages = new CalComMessages("reference");
        var (flat, enveloped) = (Content(messages.Meeting(trigger, "u", Day, flat: true)), Content(messages.Meeting(trigger, "u", Day)));

        (flat.Uid, flat.Start, flat.End, flat.Reference, flat.Says.OrganizerName, flat.Says.AttendeeEmail)
            .ShouldBe((enveloped.Uid, enveloped.Start, enveloped.End, enveloped.Reference, enveloped.Says.OrganizerName, enveloped.Says.AttendeeEmail));
        // In the flat form createdAt is when the booking was made, not when the meeting ended.
        flat.CreatedAt.ShouldBeNull();
        Fact(flat).Key.ShouldBe(Fact(enveloped).Key);
    }

    [Theory]
    [InlineData("de-DE")]
    [InlineData("sv-SE")]
    [InlineData("")]
    public void The_same_absences_are_the_same_fact_whatever_the_language_of_the_machine(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            var content = Content("""
                {"triggerEvent":"BOOKING_NO_SHOW_UPDATED","payload":{"bookingUid":"u","attendees":[
                {"email":"ab@x.example","noShow":true},{"email":"a-b@x.example","noShow":true},{"email":"ä@x.example","noShow":true},{"email":"z@x.example","noShow":false}]}}
                """);

            content.NoShows.Select(absence => absence.Email).ShouldBe(["a-b@x.example", "ab@x.example", "z@x.example", "ä@x.example"]);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData("""{"name":{"label":"your_name","value":"Alex"}}""", "Alex")]
    [InlineData("""{"name":"Alex"}""", "Alex")]
    [InlineData("""{"name":{"value":{"firstName":"Alex","lastName":"Example"}}}""", "Alex Example")]
    [InlineData("""{"name":{"firstName":"Alex"}}""", "Alex")]
    [InlineData("""{"name":5}""", "")]
    [InlineData("[]", "")]
    public void Answers_are_read_bare_and_wrapped(string responses, string name) =>
        Content($$$"""{"triggerEvent":"MEETING_ENDED","payload":{"uid":"u","responses":{{{responses}}}}}""").Says.AttendeeName.ShouldBe(name);

    [Theory]
    [InlineData("\"2026-12-01T09:00:00Z\"", true)]
    [InlineData("\"2026-12-01T10:00:00.000+01:00\"", true)]
    [InlineData("\"0001-01-01T00:00:00Z\"", false)]
    [InlineData("\"9999-12-31T23:59:59-14:00\"", false)]
    [InlineData("\"yesterday\"", false)]
    [InlineData("1764579600000", false)]
    [InlineData("null", false)]
    public void Only_an_ISO_instant_of_our_time_is_a_start(string json, bool valid) =>
        Content($$$"""{"triggerEvent":"BOOKING_CREATED","payload":{"uid":"u","startTime":{{{json}}}}}""").Start.ShouldBe(valid ? Start : null);

    [Theory]
    [InlineData("https://video.example/room", true)]
    [InlineData("javascript:alert(1)", false)]
    [InlineData("https://user:secret@video.example", false)]
    [InlineData("integrations:daily", false)]
    public void A_link_is_a_web_address(string url, bool valid) =>
        Content($$$"""{"triggerEvent":"BOOKING_CREATED","payload":{"location":"{{{url}}}"}}""").Says.JoinUrl.ShouldBe(valid ? url : null);

    [Fact]
    public void Texts_are_cut_to_what_the_database_holds_and_have_no_control_characters()
    {
        var content = Content($$$"""{"triggerEvent":"BOOKING_CREATED","payload":{"uid":"{{{new string('u', 300)}}}","title":"a\u0000b\nc{{{string.Concat(Enumerable.Repeat("🎂", 200))}}}"}}""");

        content.Uid!.Length.ShouldBe(100);
        content.Says.Title!.Length.ShouldBeLessThanOrEqualTo(200);
        content.Says.Title.ShouldStartWith("a b c🎂");
        content.Says.Title.EnumerateRunes().ShouldAllBe(rune => rune != Rune.ReplacementChar && !Rune.IsControl(rune));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("{\"triggerEvent\":null}")]
    [InlineData("{\"triggerEvent\":\"\"}")]
    [InlineData("name=value&other=2")]
    public void What_is_no_delivery_is_unreadable(string body) => WebhookReader.Read(Encoding.UTF8.GetBytes(body)).ShouldBeNull();

    [Fact]
    public void Nesting_without_end_is_unreadable() =>
        WebhookReader.Read(Encoding.UTF8.GetBytes("{\"triggerEvent\":\"PING\",\"payload\":" + new string('[', 100_000))).ShouldBeNull();

    [Fact]
    public void No_body_whatever_makes_the_reader_throw()
    {
        Gen.Byte.Array[0, 300].Sample(body => Survives(body));
        byte[][] samples = [Sample("BOOKING_CREATED"), Sample("BOOKING_RESCHEDULED"), Sample("MEETING_ENDED"), Sample("BOOKING_NO_SHOW_UPDATED")];
        // A sample with a few bytes changed is nearly always almost JSON.
        Gen.Select(Gen.OneOfConst(samples), Gen.Select(Gen.Int[0, 3000], Gen.Byte).Array[1, 6])
            .Sample((sample, changes) =>
            {
                var body = sample.ToArray();
                foreach (var (index, value) in changes)
                    body[index % body.Length] = value;
                Survives(body);
            });
    }

    [Theory]
    [InlineData("\"x\"")]
    [InlineData("5")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("true")]
    [InlineData("\"\\ud800\"")]
    public void A_field_of_any_other_type_is_a_missing_field(string value)
    {
        foreach (var field in (string[])["uid", "startTime", "attendees", "organizer", "metadata", "responses", "videoCallData", "status", "requestReschedule", "rescheduleUid"])
            Survives(Encoding.UTF8.GetBytes($$$"""{"triggerEvent":"BOOKING_CREATED","createdAt":{{{value}}},"payload":{"{{{field}}}":{{{value}}}}}"""));
        Survives(Encoding.UTF8.GetBytes($$$"""{"triggerEvent":"BOOKING_NO_SHOW_UPDATED","payload":{"uid":"u","attendees":[{{{value}}},{"email":{{{value}}},"noShow":{{{value}}}}]}}"""));
    }

    private static void Survives(byte[] body)
    {
        if (WebhookReader.Read(body) is { } content && DeliveryFacts.Kind(content.Trigger) is { } kind)
            DeliveryFacts.Read(content, kind, CallBook.Received);
        PayloadMasking.Apply(body).ShouldNotBeNull();
    }

    private static DeliveryContent Content(string body) => WebhookReader.Read(Encoding.UTF8.GetBytes(body)).ShouldNotBeNull();

    private static CallFact Fact(byte[] body) => Fact(WebhookReader.Read(body).ShouldNotBeNull());

    private static CallFact Fact(DeliveryContent content) =>
        DeliveryFacts.Read(content, DeliveryFacts.Kind(content.Trigger)!.Value, CallBook.Received).ShouldNotBeNull();
}

using System.Text.Json;

namespace MyPortal.Tests.CalCom;

/// <summary>Each event's keys, as Cal.com sends them, and above all which of them carry the link's metadata.</summary>
public sealed class PayloadTests(StandInFixture standIn) : IClassFixture<StandInFixture>, IAsyncLifetime
{
    private const string Event =
        "bookerUrl type title description additionalNotes customInputs startTime endTime organizer responses userFieldsResponses attendees " +
        "location conferenceCredentialId destinationCalendar hideCalendarNotes hideCalendarEventDetails hideOrganizerEmail " +
        "requiresConfirmation eventTypeId schedulingType seatsShowAttendees seatsPerTimeSlot seatsShowAvailabilityCount hashedLink iCalUID " +
        "iCalSequence uid eventTitle eventDescription price currency length bookingId status";

    private const string Made = Event + " appsStatus assignmentReason metadata";
    private const string Move = " rescheduleId rescheduleUid rescheduleStartTime rescheduleEndTime rescheduledBy";

    private const string Row =
        "id uid idempotencyKey userId userPrimaryEmail eventTypeId title description customInputs responses startTime endTime location " +
        "createdAt updatedAt status paid destinationCalendarId cancellationReason rejectionReason dynamicEventSlugRef dynamicGroupSlugRef " +
        "rescheduled fromReschedule recurringEventId smsReminderNumber metadata isRecorded iCalUID iCalSequence rating ratingFeedback " +
        "noShowHost user attendees payment references";

    private readonly StandInHost _host = new(standIn.Http);
    private Subscriber _subscriber = null!;

    public async ValueTask InitializeAsync()
    {
        _subscriber = await Subscriber.StartAsync();
        await _host.SubscribeAsync(_subscriber.Url);
    }

    public ValueTask DisposeAsync() => _subscriber.DisposeAsync();

    [Fact]
    public async Task A_booking_is_BOOKING_CREATED_with_the_links_metadata_and_the_video_call()
    {
        var uid = await _host.BookedUidAsync();

        var created = await NextAsync("BOOKING_CREATED", Made + " videoCallData");

        var payload = created.Payload;
        payload.Status.ShouldBe("ACCEPTED");
        payload.BookerUrl.ShouldBe(standIn.Origin);
        payload.ICalUID.ShouldBe($"{uid}@Cal.com");
        payload.ICalSequence.ShouldBe(0);
        payload.Metadata.ShouldBe(new PayloadMetadata(StandInHost.Reference, $"{standIn.Origin}/video/{uid}"));
        payload.VideoCallData.ShouldBe(new VideoCallData($"{standIn.Origin}/video/{uid}"));
        payload.StartTime.ShouldNotBeNull().ShouldMatch(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$");
        payload.Responses.ShouldNotBeNull().Notes.Value.ShouldBe("Ticket 4711: Ärger & <Kasse>");
        payload.Attendees.ShouldNotBeNull().Select(a => a.Email).ShouldBe(["casey@northwind.example", "robin@northwind.example"]);
        var json = created.RawPayload;
        json.GetProperty("responses").GetProperty("title").TryGetProperty("value", out _).ShouldBeFalse();
        Keys(json.GetProperty("attendees")[0]).ShouldBe(Words("name firstName lastName email timeZone language utcOffset phoneNumber"), ignoreOrder: true);
        Keys(json.GetProperty("organizer")).ShouldBe(
            Words("id name email username usernameInOrg timeZone language timeFormat utcOffset"), ignoreOrder: true);
    }

    [Fact]
    public async Task One_that_needs_confirmation_is_requested_and_when_confirmed_created_without_the_metadata()
    {
        var uid = await _host.BookedUidAsync("confirm-call");
        var requested = await NextAsync("BOOKING_REQUESTED", Made);
        requested.Payload.Status.ShouldBe("PENDING");
        requested.Payload.RequiresConfirmation.ShouldBe(true);
        Keys(requested.RawPayload.GetProperty("metadata")).ShouldBe(["ticket_reference"]);

        await _host.DoAsync(uid, "confirm");

        var created = await NextAsync("BOOKING_CREATED", Made + " videoCallData");
        created.Payload.Uid.ShouldBe(uid);
        created.Payload.Status.ShouldBe("ACCEPTED");
        Keys(created.RawPayload.GetProperty("metadata")).ShouldBe(["videoCallUrl"]);
    }

    [Fact]
    public async Task A_rejected_request_says_why_and_has_no_metadata()
    {
        var uid = await _host.BookedUidAsync("confirm-call");
        await NextAsync("BOOKING_REQUESTED", Made);
        await _host.DoAsync(uid, "reject", new { reason = "Nobody is free" });

        var rejected = (await NextAsync("BOOKING_REJECTED", Event + " assignmentReason rejectionReason")).Payload;
        rejected.Status.ShouldBe("REJECTED");
        rejected.RejectionReason.ShouldBe("Nobody is free");
    }

    [Fact]
    public async Task One_that_costs_something_waits_for_the_payment()
    {
        var uid = await _host.BookedUidAsync("paid-call");
        var initiated = await NextAsync("BOOKING_PAYMENT_INITIATED", Made + " paymentId");
        initiated.Payload.Status.ShouldBe("PENDING");
        initiated.Payload.Price.ShouldNotBeNull().ShouldBeGreaterThan(0);
        initiated.RawPayload.GetProperty("metadata").TryGetProperty("ticket_reference", out _).ShouldBeTrue();

        await _host.DoAsync(uid, "pay");

        var paid = await NextAsync("BOOKING_PAID", Made + " videoCallData paymentId");
        paid.Payload.Uid.ShouldBe(uid);
        paid.Payload.Status.ShouldBe("ACCEPTED");
        paid.RawPayload.GetProperty("metadata").TryGetProperty("ticket_reference", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task A_moved_booking_has_a_new_uid_and_one_calendar_entry_and_the_database_copies_its_metadata()
    {
        var first = await _host.BookAsync();
        await NextAsync("BOOKING_CREATED", Made + " videoCallData");
        var uid = first.Uid;
        var start = DateTimeOffset.UtcNow.AddDays(3);
        var second = await _host.DoAsync(uid, "reschedule", new { start, reason = "Clash", by = "HOST" });

        var moved = (await NextAsync("BOOKING_RESCHEDULED", Made + " videoCallData" + Move)).Payload;

        moved.Uid.ShouldBe(second.Uid);
        moved.Uid.ShouldNotBe(uid);
        moved.RescheduleUid.ShouldBe(uid);
        moved.RescheduleId.ShouldBe(first.Id);
        moved.RescheduledBy.ShouldBe(_host.Email);
        moved.ICalUID.ShouldBe($"{uid}@Cal.com");
        moved.ICalSequence.ShouldBe(1);
        moved.Metadata.ShouldNotBeNull().TicketReference.ShouldBe(StandInHost.Reference);
        moved.Responses.ShouldNotBeNull().RescheduleReason.Value.ShouldBe("Clash");

        var third = await _host.DoAsync(second.Uid, "reschedule");
        third.ICalSequence.ShouldBe(2);
        third.RootUid.ShouldBe(uid);
        third.Metadata["ticket_reference"].ShouldBe(StandInHost.Reference);
    }

    [Fact]
    public async Task By_a_switch_a_moved_booking_is_sent_with_the_reschedule_links_metadata_only()
    {
        await _host.SwitchAsync(new { rescheduleLosesMetadata = true });
        var uid = await _host.BookedUidAsync();
        await NextAsync("BOOKING_CREATED", Made + " videoCallData");
        var second = await _host.DoAsync(uid, "reschedule");
        Keys((await NextAsync("BOOKING_RESCHEDULED", Made + " videoCallData" + Move)).RawPayload.GetProperty("metadata")).ShouldBe(["videoCallUrl"]);
        second.Metadata["ticket_reference"].ShouldBe(StandInHost.Reference);

        await _host.DoAsync(second.Uid, "reschedule", new { metadata = new { ticket_reference = "fresh" } });
        (await NextAsync("BOOKING_RESCHEDULED", Made + " videoCallData" + Move))
            .Payload.Metadata.ShouldNotBeNull().TicketReference.ShouldBe("fresh");
    }

    [Fact]
    public async Task One_that_needs_confirmation_needs_it_again_when_the_attendee_moves_it()
    {
        var uid = await _host.BookedUidAsync("confirm-call");
        await NextAsync("BOOKING_REQUESTED", Made);
        await _host.DoAsync(uid, "reschedule");

        (await NextAsync("BOOKING_REQUESTED", Made + Move)).Payload.RescheduleUid.ShouldBe(uid);
    }

    [Theory]
    [InlineData("cancel", false)]
    [InlineData("ask-to-reschedule", true)]
    public async Task A_cancelled_booking_has_no_metadata_and_tells_whether_another_time_is_wanted(string action, bool requestReschedule)
    {
        var uid = await _host.BookedUidAsync();
        await NextAsync("BOOKING_CREATED", Made + " videoCallData");
        await _host.DoAsync(uid, action, new { reason = "Solved" });

        var cancelled = (await NextAsync("BOOKING_CANCELLED", Event + " cancellationReason cancelledBy requestReschedule rootBookingUid")).Payload;
        cancelled.Uid.ShouldBe(uid);
        cancelled.Status.ShouldBe("CANCELLED");
        cancelled.CancellationReason.ShouldBe("Solved");
        cancelled.CancelledBy.ShouldBe(requestReschedule ? _host.Email : "casey@northwind.example");
        cancelled.RequestReschedule.ShouldBe(requestReschedule);
        cancelled.ICalSequence.ShouldBe(1);
    }

    [Fact]
    public async Task A_no_show_names_only_the_booking_and_can_be_taken_back()
    {
        var uid = await _host.BookedUidAsync();
        await NextAsync("BOOKING_CREATED", Made + " videoCallData");
        await _host.DoAsync(uid, "no-show");
        await _host.DoAsync(uid, "no-show", new { noShow = false });

        foreach (var expected in (bool[])[true, false])
        {
            var payload = (await NextAsync("BOOKING_NO_SHOW_UPDATED", "bookingUid bookingId attendees message")).Payload;
            payload.BookingUid.ShouldBe(uid);
            payload.Attendees.ShouldNotBeNull()[0].NoShow.ShouldBe(expected);
        }
    }

    [Fact]
    public async Task Meetings_are_flat_rows_without_version_header_and_by_a_switch_in_an_envelope()
    {
        var uid = await _host.BookedUidAsync();
        await NextAsync("BOOKING_CREATED", Made + " videoCallData");
        await _host.DoAsync(uid, "start-meeting");
        var flat = await _subscriber.NextAsync();
        flat.Event.ShouldBe("MEETING_STARTED");
        Keys(flat.Json).ShouldBe(Words("triggerEvent " + Row), ignoreOrder: true);
        flat.Headers.ShouldNotContainKey("X-Cal-Webhook-Version");
        var meeting = flat.As<MeetingRow>();
        meeting.Uid.ShouldBe(uid);
        meeting.Metadata.TicketReference.ShouldBe(StandInHost.Reference);
        meeting.Responses.Name.ShouldBe("Casey Customer");

        await _host.SwitchAsync(new { meetingShape = "ENVELOPED" });
        await _host.DoAsync(uid, "end-meeting");
        var enveloped = await NextAsync("MEETING_ENDED", Row);
        enveloped.As<Envelope<MeetingRow>>().Payload.Metadata.TicketReference.ShouldBe(StandInHost.Reference);
    }

    private async Task<Received> NextAsync(string trigger, string keys)
    {
        var received = await _subscriber.NextAsync();
        received.Event.ShouldBe(trigger);
        Keys(received.Json).ShouldBe(["triggerEvent", "createdAt", "payload"]);
        received.Json.GetProperty("createdAt").GetString()!.ShouldMatch(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$");
        Keys(received.RawPayload).ShouldBe(Words(keys), ignoreOrder: true);
        return received;
    }

    private static IEnumerable<string> Keys(JsonElement json) => json.EnumerateObject().Select(p => p.Name);

    private static string[] Words(string words) => words.Split(' ');
}

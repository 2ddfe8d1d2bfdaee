namespace MyPortal.Tests.CalCom;

// What tests read of what Cal.com's embed reports to the page.

/// <summary>Of <c>bookingSuccessfulV2</c> and <c>rescheduleBookingSuccessfulV2</c>.</summary>
internal sealed record ReportedBooking(string Uid, string Status, bool PaymentRequired, DateTimeOffset StartTime, DateTimeOffset EndTime);

internal sealed record ReportedFailure(string Code);

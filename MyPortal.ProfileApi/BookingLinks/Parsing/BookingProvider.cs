namespace MyPortal.ProfileApi.BookingLinks.Parsing;

/// <summary>The booking platforms that the portal knows by name.</summary>
internal enum BookingProvider
{
    CalCom,
    Calendly,
    MicrosoftBookings,
    GoogleCalendar,
    Savvycal,
    Tidycal,
    Acuity,
    Hubspot,
    Other,
}

/// <summary>Recognises a platform by the ASCII host of a normalised link, and where a host serves more than booking, by its path.</summary>
internal static class BookingProviders
{
    public static string Name(this BookingProvider provider) => provider switch
    {
        BookingProvider.CalCom => "Cal.com",
        BookingProvider.Calendly => "Calendly",
        BookingProvider.MicrosoftBookings => "Microsoft Bookings",
        BookingProvider.GoogleCalendar => "Google Calendar",
        BookingProvider.Savvycal => "SavvyCal",
        BookingProvider.Tidycal => "TidyCal",
        BookingProvider.Acuity => "Acuity Scheduling",
        BookingProvider.Hubspot => "HubSpot",
        _ => "Other",
    };

    public static BookingProvider Recognise(Uri link, LinkRules rules)
    {
        var origin = link.GetLeftPart(UriPartial.Authority);
        if (origin == rules.StandInOrigin || rules.SelfHostedOrigins.Contains(origin))
            return BookingProvider.CalCom;

        var (host, path) = (link.Host, link.AbsolutePath);
        return host switch
        {
            "cal.com" or "cal.eu" => BookingProvider.CalCom,
            "calendly.com" or "www.calendly.com" => BookingProvider.Calendly,
            "book.ms" or "outlook.office365.com" or "outlook.office.com" when IsMicrosoftBooking(host, path) => BookingProvider.MicrosoftBookings,
            "calendar.app.google" => BookingProvider.GoogleCalendar,
            "calendar.google.com" when path.StartsWith("/calendar/appointments/", StringComparison.Ordinal)
                || path.StartsWith("/calendar/u/", StringComparison.Ordinal) => BookingProvider.GoogleCalendar,
            "savvycal.com" or "www.savvycal.com" => BookingProvider.Savvycal,
            "tidycal.com" or "www.tidycal.com" => BookingProvider.Tidycal,
            "meetings.hubspot.com" => BookingProvider.Hubspot,
            _ => RecogniseByEnding(host),
        };
    }

    private static BookingProvider RecogniseByEnding(string host) => host switch
    {
        _ when Ends(host, ".cal.com") || Ends(host, ".cal.eu") => BookingProvider.CalCom,
        _ when Ends(host, ".acuityscheduling.com") || host == "acuityscheduling.com" || Ends(host, ".as.me") => BookingProvider.Acuity,
        _ when Ends(host, ".hubspot.com") && host.StartsWith("meetings-", StringComparison.Ordinal) && host.Count('.') == 2 => BookingProvider.Hubspot,
        _ => BookingProvider.Other,
    };

    // Outlook's hosts serve mail as well; only these paths are booking pages.
    private static bool IsMicrosoftBooking(string host, string path) =>
        host == "book.ms"
        || path.StartsWith("/book/", StringComparison.OrdinalIgnoreCase)
        || path.StartsWith("/bookwithme/", StringComparison.OrdinalIgnoreCase)
        || path.StartsWith("/owa/calendar/", StringComparison.OrdinalIgnoreCase);

    private static bool Ends(string host, string ending) => host.EndsWith(ending, StringComparison.Ordinal);

    private static int Count(this string text, char character) => text.AsSpan().Count(character);
}

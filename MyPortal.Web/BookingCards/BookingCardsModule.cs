using MyPortal.ServiceDefaults;

namespace MyPortal.Web.BookingCards;

/// <summary>The Book a Call card of a ticket page.</summary>
internal static class BookingCardsModule
{
    public static void AddBookingCards(this IHostApplicationBuilder builder)
    {
        builder.Services.AddScoped<BookingCardLoader>();
        builder.AddWarmUp<CardWarmUp>();
    }
}

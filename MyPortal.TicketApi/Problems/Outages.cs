using MyPortal.TicketApi.People;
using Npgsql;

namespace MyPortal.TicketApi.Problems;

internal static class Outages
{
    /// <summary>Whether ProfileApi or the database, without which a request cannot be answered, is away.</summary>
    public static bool IsOutage(Exception exception) => exception is ProfileApiUnavailableException || IsDatabaseAway(exception);

    private static bool IsDatabaseAway(Exception? exception)
    {
        for (; exception is not null; exception = exception.InnerException)
        {
            if (exception is NpgsqlException { IsTransient: true } or TimeoutException)
                return true;
        }
        return false;
    }
}

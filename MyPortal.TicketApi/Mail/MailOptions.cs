namespace MyPortal.TicketApi.Mail;

/// <summary>Where mail is handed in.</summary>
public sealed class MailOptions
{
    /// <summary>Null when <c>ConnectionStrings:mail</c> is missing: mail then waits for a start that has it.</summary>
    internal MailConnection? Connection { get; set; }

    /// <exception cref="FormatException">The connection string cannot be understood.</exception>
    public void Read(IConfiguration configuration)
    {
        if (configuration.GetConnectionString("mail") is { Length: > 0 } connection)
            Connection = MailConnection.Parse(connection);
    }
}

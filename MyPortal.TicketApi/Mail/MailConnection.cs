using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using System.Net;
using MailKit.Security;

namespace MyPortal.TicketApi.Mail;

/// <summary>
/// Where mail is handed in, from <c>ConnectionStrings:mail</c>: <c>Endpoint=smtp://host:587;Username=…;Password=…</c>.
/// <c>smtps://</c> means TLS from the first byte. Over <c>smtp://</c>, STARTTLS is demanded of every server that is not on this machine.
/// </summary>
internal sealed record MailConnection(string Host, int Port, SecureSocketOptions Security, NetworkCredential? Credential)
{
    private const int Submission = 587;
    private const int SubmissionOverTls = 465;

    /// <exception cref="FormatException">It cannot be understood; the message says what is expected and quotes nothing of it.</exception>
    public static MailConnection Parse(string connectionString)
    {
        if (!TryRead(connectionString, out var settings)
            || !settings.TryGetValue("Endpoint", out var endpoint)
            || !Uri.TryCreate(endpoint as string, UriKind.Absolute, out var address)
            || address.Scheme is not ("smtp" or "smtps")
            || address.Host.Length == 0)
        {
            throw new FormatException(
                "ConnectionStrings:mail must look like Endpoint=smtp://host:587;Username=name;Password=secret (smtps:// for TLS from the start).");
        }

        var port = address.Port > 0 ? address.Port : address.Scheme is "smtps" ? SubmissionOverTls : Submission;
        var credential = settings.TryGetValue("Username", out var name) && settings.TryGetValue("Password", out var password)
            ? new NetworkCredential(name as string, password as string)
            : null;
        return new(address.Host, port, SecurityOf(address), credential);
    }

    private static SecureSocketOptions SecurityOf(Uri address) => address switch
    {
        { Scheme: "smtps" } => SecureSocketOptions.SslOnConnect,
        { IsLoopback: true } => SecureSocketOptions.StartTlsWhenAvailable,
        _ => SecureSocketOptions.StartTls,
    };

    private static bool TryRead(string connectionString, [NotNullWhen(true)] out DbConnectionStringBuilder? settings)
    {
        try
        {
            settings = new DbConnectionStringBuilder { ConnectionString = connectionString };
            return true;
        }
        catch (ArgumentException)
        {
            settings = null;
            return false;
        }
    }
}

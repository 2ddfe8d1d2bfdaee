namespace MyPortal.AppHost.Mail;

/// <summary>
/// The mail server of a developer's machine: smtp4dev takes every mail and delivers none; its pages show them. It is the same process
/// whether or not there is a container engine, and is never published.
/// </summary>
internal sealed class MailServer : ExecutableResource, IResourceWithConnectionString
{
    public const string SmtpEndpoint = "smtp";
    public const string PagesEndpoint = "http";

    public MailServer(string name, string workingDirectory) : base(name, "dotnet", workingDirectory)
    {
        Smtp = new(this, SmtpEndpoint);
        Pages = new(this, PagesEndpoint);
    }

    public EndpointReference Smtp { get; }

    public EndpointReference Pages { get; }

    /// <summary>As a real one would be written, with <c>Username</c> and <c>Password</c> left out.</summary>
    public ReferenceExpression ConnectionStringExpression =>
        ReferenceExpression.Create($"Endpoint=smtp://{Smtp.Property(EndpointProperty.HostAndPort)}");
}

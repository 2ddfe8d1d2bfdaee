using Microsoft.Extensions.Configuration;
using MyPortal.AppHost.LocalServices;

namespace MyPortal.AppHost.Mail;

internal static class MailResource
{
    /// <summary>
    /// Where the portal's mail goes. Here: smtp4dev, SMTP on port 2525 and its pages on 5150 (in tests: any free ones), mails kept in
    /// <c>.data/mail</c>. Published: a connection string that the operator gives. Nothing waits for it, since mail is sent when it can be.
    /// </summary>
    public static IResourceBuilder<IResourceWithConnectionString> AddMail(
        this IDistributedApplicationBuilder builder, string name, LocalInfrastructure local)
    {
        if (builder.ExecutionContext.IsPublishMode)
            return builder.AddConnectionString(name);

        var data = local.DataFolder(name);
        var server = new MailServer(name, data);
        var tool = "";
        builder.AddResource(server)
            .WithEndpoint(port: builder.Configuration.GetValue("Mail:SmtpPort", 2525), name: MailServer.SmtpEndpoint, scheme: "tcp")
            .WithHttpEndpoint(port: builder.Configuration.GetValue("Mail:PagesPort", 5150), name: MailServer.PagesEndpoint)
            .WithAnnotation(new PortSetting("Mail__SmtpPort or Mail__PagesPort"))
            .WithHttpHealthCheck("/api/server")
            .WithUrlForEndpoint(MailServer.PagesEndpoint, url => url.DisplayText = "Mail")
            .WithUrlForEndpoint(MailServer.SmtpEndpoint, url => url.DisplayLocation = UrlDisplayLocation.DetailsOnly)
            .WithEnvironment("DOTNET_gcServer", "0")
            // Restored when it is needed, so that a machine without it still starts everything else.
            .OnBeforeResourceStarted(async (_, _, cancellationToken) => tool = await DotnetTool.Smtp4dev.EnsureRestoredAsync(cancellationToken))
            .WithArgs(context =>
            {
                context.Args.Add(tool);
                context.Args.Add("--nousersettings");
                context.Args.Add($"--baseappdatapath={data}");
                context.Args.Add($"--db={Path.Combine(data, "mail.db")}");
                context.Args.Add("--messagestokeep=2000");
                context.Args.Add("--allowremoteconnections-");
                context.Args.Add("--imapport=");
                context.Args.Add("--pop3port=");
                context.Args.Add(ReferenceExpression.Create($"--smtpport={server.Smtp.Property(EndpointProperty.TargetPort)}"));
                context.Args.Add(ReferenceExpression.Create($"--urls=http://localhost:{server.Pages.Property(EndpointProperty.TargetPort)}"));
            })
            .ExcludeFromManifest();
        return builder.CreateResourceBuilder(server);
    }
}

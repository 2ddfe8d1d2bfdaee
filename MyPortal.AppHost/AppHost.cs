using MyPortal.AppHost.CalCom;

if (args is [CalComStandIn.Command, .. var standInArgs])
{
    await CalComStandIn.RunAsync(standInArgs);
    return;
}

var builder = DistributedApplication.CreateBuilder(args);

var calCom = builder.AddCalComStandIn("calcom");
var profileApi = builder.AddProject<Projects.MyPortal_ProfileApi>("profileapi").WithHttpHealthCheck("/health")
    .WithCalComStandIn(calCom);
var ticketApi = builder.AddProject<Projects.MyPortal_TicketApi>("ticketapi").WithHttpHealthCheck("/health")
    .WithReference(profileApi).WaitFor(profileApi);
builder.AddProject<Projects.MyPortal_Web>("web").WithHttpHealthCheck("/health")
    .WithReference(profileApi).WithReference(ticketApi).WaitFor(ticketApi);

builder.Build().Run();

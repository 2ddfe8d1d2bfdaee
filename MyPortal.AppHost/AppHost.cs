var builder = DistributedApplication.CreateBuilder(args);

var profileApi = builder.AddProject<Projects.MyPortal_ProfileApi>("profileapi").WithHttpHealthCheck("/health");
var ticketApi = builder.AddProject<Projects.MyPortal_TicketApi>("ticketapi").WithHttpHealthCheck("/health")
    .WithReference(profileApi).WaitFor(profileApi);
builder.AddProject<Projects.MyPortal_Web>("web").WithHttpHealthCheck("/health")
    .WithReference(profileApi).WithReference(ticketApi).WaitFor(ticketApi);

builder.Build().Run();

using MyPortal.AppHost.Dashboard;
using MyPortal.AppHost.Development;
using MyPortal.AppHost.LocalServices;
using MyPortal.AppHost.Mail;
using MyPortal.AppHost.Migrations;

var builder = DistributedApplication.CreateBuilder(args).WithQuickFarewell();

// ── Infrastructure: containers, or local processes where no container engine answers ─────────────────────────────────
var local = await LocalInfrastructure.PrepareAsync(builder);
var postgres = builder.AddPostgres("postgres").RunAsLocalProcess(local);
var cache = builder.AddRedis("cache").RunAsLocalProcess(local);
var mail = builder.AddMail("mail", local);

// ── Cal.com: a stand-in, for development only ────────────────────────────────────────────────────────────────────────
var calCom = builder.AddProject<Projects.MyPortal_CalComStandIn>("calcom")
    .WithPortFrom("CalCom:StandInPort")
    .WithHttpHealthCheck("/health")
    .WithLink("Cal.com stand-in")
    .ExcludeFromManifest();

// ── Databases: one per service ───────────────────────────────────────────────────────────────────────────────────────
var profileDb = postgres.AddDatabase("profiledb");
var ticketDb = postgres.AddDatabase("ticketdb");

// What web proves itself with at profileapi's token endpoint
var webClientSecret = builder.AddParameter("web-client-secret", new GenerateParameterDefault { Special = false }, secret: true, persist: true);

// ── Migrations: run to completion before the service starts ──────────────────────────────────────────────────────────
var profileMigrations = builder.AddMigrations<Projects.MyPortal_ProfileApi>("profile-migrations", profileDb)
    .WithEnvironment("WebClient__Secret", webClientSecret)
    .WithCalComStandIn(calCom);
var ticketMigrations = builder.AddMigrations<Projects.MyPortal_TicketApi>("ticket-migrations", ticketDb)
    .WithCalComStandIn(calCom);

// ── APIs ─────────────────────────────────────────────────────────────────────────────────────────────────────────────
var profileApi = builder.AddProject<Projects.MyPortal_ProfileApi>("profileapi")
    .WithReference(profileDb).WaitForCompletion(profileMigrations)
    .WithReference(cache).WaitFor(cache)
    .WithEnvironment("WebClient__Secret", webClientSecret)
    .WithCalComStandIn(calCom)
    .WithHttpHealthCheck("/health")
    .WithLink("API reference", "/scalar");

var ticketApi = builder.AddProject<Projects.MyPortal_TicketApi>("ticketapi")
    .WithReference(ticketDb).WaitForCompletion(ticketMigrations)
    .WithReference(profileApi).WaitFor(profileApi)
    .WithReference(mail)
    .WithCalComStandIn(calCom)
    .WithHttpHealthCheck("/health")
    .WithLink("API reference", "/scalar");

postgres.WithResetDemoDataCommand(profileApi, ticketApi);

// ── Web ──────────────────────────────────────────────────────────────────────────────────────────────────────────────
var web = builder.AddProject<Projects.MyPortal_Web>("web")
    .WithReference(profileApi).WaitFor(profileApi)
    .WithReference(ticketApi).WaitFor(ticketApi)
    .WithReference(cache).WaitFor(cache)
    .WithEnvironment("WebClient__Secret", webClientSecret)
    .WithExternalHttpEndpoints()
    .WithHttpHealthCheck("/health")
    .WithLink("Portal");

// Where browsers, and Cal.com's webhooks, reach the portal
ticketApi.WithPublicUrl(web);
ticketMigrations.WithPublicUrl(web);

return await builder.RefuseTakenPorts().WithPromptHealth().Build().RunOrExplainAsync();

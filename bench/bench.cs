#!/usr/bin/env dotnet
#:sdk Microsoft.NET.Sdk.Web
#:property PublishAot=false
#:property RootNamespace=MyPortal.Bench
#:package Npgsql
#:package StackExchange.Redis

using MyPortal.Bench.Machine;
using MyPortal.Bench.Portal;
using MyPortal.Bench.Reference;
using MyPortal.Bench.Report;
using MyPortal.Bench.Tickets;

// The reference's servers are this same program, started again.
if (args is [ReferenceServer.Argument, ..])
{
    await ReferenceServer.RunAsync(args);
    return;
}

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stop.Cancel();
};

var workspace = Workspace.Find();
if (args.Contains("--fresh"))
    Directory.Delete(workspace.Data, recursive: true);
await PortalBuild.PublishAsync(workspace, stop.Token);

await using var postgres = await PostgresServer.StartAsync(workspace, stop.Token);
await using var garnet = await GarnetServer.StartAsync(workspace, stop.Token);
await Databases.PrepareAsync(workspace, postgres, stop.Token);

await using var telemetry = await TelemetrySink.StartAsync(stop.Token);
await using var portal = await PortalProcesses.StartAsync(workspace, postgres, garnet, telemetry.Address, stop.Token);
var session = await BrowserSession.SignInAsync(portal.LargePort, workspace, stop.Token);
var pages = await CapturedPages.SaveAsync(portal.LargePort, session, workspace, stop.Token);
await using var reference = await ReferenceProcesses.StartAsync(workspace, postgres, garnet, pages, stop.Token);
await CapturedPages.VerifyAsync(pages, reference.Port, stop.Token);

var bench = new Measurements(postgres, garnet, telemetry, portal, reference, session, quick: args.Contains("--quick"));
var report = await bench.RunAsync(stop.Token);
var file = Path.Combine(workspace.Results, $"{DateTime.Now:yyyy-MM-dd-HHmm}.md");
await File.WriteAllTextAsync(file, report, stop.Token);
Console.WriteLine($"{report}\nKept as {Path.GetRelativePath(workspace.Repository, file)}");

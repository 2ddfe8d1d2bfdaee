using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MyPortal.TicketApi.CalCom.Connections;
using MyPortal.TicketApi.Calls.References;
using MyPortal.TicketApi.Data;
using MyPortal.TicketApi.Mail;

namespace MyPortal.Tests.Webhooks;

/// <summary>Encrypts as TicketApi does, with the keys of its database.</summary>
internal sealed class TicketSecrets(string connectionString) : IDisposable
{
    private readonly ServiceProvider _services = Services(connectionString);

    public ConnectionSecrets Connections => new(_services.GetRequiredService<IDataProtectionProvider>());

    public BookingReferences References(TimeProvider? clock = null) =>
        new(_services.GetRequiredService<IDataProtectionProvider>(), clock ?? TimeProvider.System);

    public UnsubscribeTokens Unsubscribe => new(_services.GetRequiredService<IDataProtectionProvider>());

    public AsyncServiceScope Scope() => _services.CreateAsyncScope();

    public void Dispose() => _services.Dispose();

    private static ServiceProvider Services(string connectionString)
    {
        var services = new ServiceCollection();
        services.AddDbContext<TicketDbContext>(options => options.UseNpgsql(connectionString).UseSnakeCaseNamingConvention());
        services.AddDataProtection().SetApplicationName("MyPortal.TicketApi").PersistKeysToDbContext<TicketDbContext>();
        return services.BuildServiceProvider();
    }
}

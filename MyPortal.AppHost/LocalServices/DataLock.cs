using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace MyPortal.AppHost.LocalServices;

/// <summary>Keeps two AppHosts from serving the same data. The operating system gives the lock back however the AppHost ends.</summary>
internal static class DataLock
{
    public static Task TakeAsync(string directory, IServiceProvider services)
    {
        try
        {
            var file = new FileStream(Path.Combine(directory, "in-use"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopped.Register(file.Dispose);
            return Task.CompletedTask;
        }
        catch (IOException)
        {
            throw new LocalServicesException(Advice.InUse(directory));
        }
    }
}

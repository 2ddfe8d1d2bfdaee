using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using MyPortal.ServiceDefaults;

namespace MyPortal.ProfileApi.Data;

internal static class DataModule
{
    /// <summary><c>profiledb</c>, in which the data-protection keys of all replicas lie as well.</summary>
    public static void AddData(this WebApplicationBuilder builder)
    {
        // Commands are not retried by themselves: after a lost connection nobody knows whether a write took place, and whoever waits has less
        // patience than the retries. The caller gets a 503 and decides.
        builder.AddNpgsqlDbContext<ProfileDbContext>("profiledb", settings => settings.DisableRetry = true, Configure);
        if (!OpenApiBuild.IsRunning)
            builder.Services.AddDataProtection().SetApplicationName("MyPortal.ProfileApi").PersistKeysToDbContext<ProfileDbContext>();
    }

    public static void Configure(DbContextOptionsBuilder options) =>
        options.UseSnakeCaseNamingConvention();
}

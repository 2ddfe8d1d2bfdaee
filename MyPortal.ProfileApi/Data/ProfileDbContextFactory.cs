using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace MyPortal.ProfileApi.Data;

/// <summary>Lets <c>dotnet ef migrations add</c> work with neither a database nor the AppHost.</summary>
internal sealed class ProfileDbContextFactory : IDesignTimeDbContextFactory<ProfileDbContext>
{
    public ProfileDbContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<ProfileDbContext>().UseNpgsql();
        DataModule.Configure(options);
        return new ProfileDbContext(options.Options);
    }
}

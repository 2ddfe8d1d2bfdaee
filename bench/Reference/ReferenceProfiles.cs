using System.Text.Json;
using Npgsql;
using StackExchange.Redis;

namespace MyPortal.Bench.Reference;

/// <summary>As ProfileApi: a technician from Redis, else from PostgreSQL and then into Redis.</summary>
internal static class ReferenceProfiles
{
    private const string Sql = """
        select u.name, u.email, u.booking_link_url from users u join user_roles ur on ur.user_id = u.id join roles r on r.id = ur.role_id
        where u.id = $1 and u.is_active and r.name in ('technician', 'administrator')
        """;

    public static string Key(Guid id) => $"reference:{id}";

    public static async Task MapAsync(WebApplication app, string database, string redisAddress)
    {
        var db = NpgsqlDataSource.Create(database);
        var redis = (await ConnectionMultiplexer.ConnectAsync(redisAddress)).GetDatabase();
        app.MapGet("/technicians/{id:guid}", async context =>
        {
            var id = Guid.Parse((string)context.Request.RouteValues["id"]!);
            var json = (byte[]?)await redis.StringGetAsync(Key(id));
            if (json is null)
            {
                json = JsonSerializer.SerializeToUtf8Bytes(await ReadAsync(db, id, context.RequestAborted), ReferenceJson.Default.ReferenceTechnician);
                await redis.StringSetAsync(Key(id), json, TimeSpan.FromMinutes(10));
            }
            context.Response.ContentType = "application/json";
            context.Response.ContentLength = json.Length;
            await context.Response.Body.WriteAsync(json, context.RequestAborted);
        });
    }

    private static async Task<ReferenceTechnician> ReadAsync(NpgsqlDataSource db, Guid id, CancellationToken cancellationToken)
    {
        await using var command = db.CreateCommand(Sql);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = id });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return new(reader.GetString(0), reader.GetString(1), reader.IsDBNull(2) ? null : reader.GetString(2));
    }
}

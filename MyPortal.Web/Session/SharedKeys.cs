using System.Globalization;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using StackExchange.Redis;

namespace MyPortal.Web.Session;

/// <summary>
/// The data-protection keys of all replicas, in one Redis hash, numbered. Two things that the framework's own Redis repository (a list) does not give:
/// <list type="bullet">
/// <item><b>One key, whoever starts first.</b> Two replicas that find no key both make one. Here number <i>n</i> goes to the first that stores it,
/// in one atomic command; the framework reads again after storing, so the other takes that key for its own. The same holds when a key is due to be replaced.
/// (A replica looks for unknown keys only during its first two minutes, so two rings would have lasted a day.)</item>
/// <item><b>A hiccup is not an answer.</b> Reading is tried again; if it fails for good, the keys that were read last stay in use. A replica
/// that has never read any says that it does not know (<see cref="CannotBeRead"/>), and nobody is signed out for that.</item>
/// </list>
/// </summary>
internal sealed class SharedKeys(Func<IDatabase> redis, TimeProvider clock, ILogger<SharedKeys> logger) : IXmlRepository
{
    public const string RedisKey = "web:data-protection";

    private const int MaxAttempts = 3;

    private static readonly TimeSpan RetryDelay = TimeSpan.FromMilliseconds(200);

    // Requests that wait for the keys come in numbers; after a failure they share its outcome instead of trying one after the other.
    private static readonly TimeSpan FailureDelay = TimeSpan.FromSeconds(2);

    private readonly Lock _reading = new();
    private long? _failedAt;
    private volatile bool _cannotBeRead;
    private volatile string[] _known = [];

    /// <summary>True when the last attempt to read failed; whatever could not be unprotected then may be perfectly valid.</summary>
    public bool CannotBeRead => _cannotBeRead;

    /// <summary>True once this replica has keys to work with.</summary>
    public bool HasKeys => _known.Length > 0;

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        if (TryRead() is { } read)
            _known = read;
        else if (!HasKeys)
            throw new InvalidOperationException("The data-protection keys cannot be read: Redis does not answer.");
        return [.. _known.Select(XElement.Parse)];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        var xml = element.ToString(SaveOptions.DisableFormatting);
        for (var number = _known.Length; !redis().HashSet(RedisKey, number, xml, When.NotExists); number++)
        {
            // Another replica was first. Its key serves as well as ours; a revocation, in contrast, must not get lost.
            if (element.Name.LocalName == "key")
                return;
        }
    }

    /// <summary>Asks Redis without changing what is in use; blocks for up to about four seconds.</summary>
    public bool CanBeReadNow() => TryRead() is not null;

    private string[]? TryRead()
    {
        lock (_reading)
        {
            if (_failedAt is { } failed && clock.GetElapsedTime(failed) < FailureDelay)
                return null;
            var read = ReadPatiently();
            _failedAt = read is null ? clock.GetTimestamp() : null;
            _cannotBeRead = read is null;
            return read;
        }
    }

    private string[]? ReadPatiently()
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return [.. redis().HashGetAll(RedisKey)
                    .OrderBy(field => int.Parse(field.Name.ToString(), CultureInfo.InvariantCulture))
                    .Select(field => field.Value.ToString())];
            }
            catch (Exception exception) when (exception is RedisException or TimeoutException)
            {
                if (attempt == MaxAttempts)
                {
                    logger.LogWarning(exception, "The data-protection keys cannot be read from Redis; {Known} known ones stay in use.", _known.Length);
                    return null;
                }
                Thread.Sleep(RetryDelay);
            }
        }
    }
}

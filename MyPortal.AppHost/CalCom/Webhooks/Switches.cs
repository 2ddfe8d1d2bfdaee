namespace MyPortal.AppHost.CalCom.Webhooks;

internal enum MeetingShape
{
    /// <summary>The booking's row at the root, as Cal.com's scheduled job has long sent it, and without version header.</summary>
    Flat,

    /// <summary>The row as the payload of an envelope, as newer code does.</summary>
    Enveloped,
}

/// <summary>How one host's deliveries go wrong, and which of Cal.com's variants they follow.</summary>
internal sealed record Switches
{
    public static readonly Switches Default = new();

    /// <summary>Of a hundred deliveries, how many are lost.</summary>
    public int DropPercent { get; init; }

    /// <summary>Copies sent besides each delivery.</summary>
    public int Duplicates { get; init; }

    /// <summary>Milliseconds that each delivery waits.</summary>
    public int DelayMs { get; init; }

    /// <summary>Milliseconds within which deliveries overtake each other: each copy waits a random part of them.</summary>
    public int ReorderWindowMs { get; init; }

    public MeetingShape MeetingShape { get; init; }

    /// <summary>The metadata of a moved booking is only that of the reschedule link, as in Cal.com's synchronous path.</summary>
    public bool RescheduleLosesMetadata { get; init; }

    /// <summary>What API v2 allows one key.</summary>
    public int ApiRequestsPerMinute { get; init; } = 120;

    public Dictionary<string, string[]> Errors()
    {
        var errors = new Dictionary<string, string[]>();
        Check("dropPercent", DropPercent, 0, 100);
        Check("duplicates", Duplicates, 0, 100);
        Check("delayMs", DelayMs, 0, 600_000);
        Check("reorderWindowMs", ReorderWindowMs, 0, 600_000);
        Check("apiRequestsPerMinute", ApiRequestsPerMinute, 1, 100_000);
        return errors;

        void Check(string name, int value, int from, int to)
        {
            if (value < from || value > to)
                errors[name] = [$"Enter {from} to {to}."];
        }
    }
}

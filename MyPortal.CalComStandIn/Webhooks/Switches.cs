namespace MyPortal.CalComStandIn.Webhooks;

/// <summary>How one host's deliveries go wrong, and which of Cal.com's variants they follow.</summary>
internal sealed record Switches
{
    public static readonly (int From, int To) Percent = (0, 100);
    public static readonly (int From, int To) Copies = (0, 100);
    public static readonly (int From, int To) Milliseconds = (0, 600_000);
    public static readonly (int From, int To) Requests = (1, 100_000);

    public static readonly Switches Default = new();

    /// <summary>Of a hundred deliveries, how many are lost.</summary>
    public int DropPercent { get; init; }

    /// <summary>Copies sent besides each delivery.</summary>
    public int Duplicates { get; init; }

    /// <summary>Milliseconds within which deliveries are late and overtake each other: each copy waits a random part of them.</summary>
    public int ReorderWindowMs { get; init; }

    public MeetingShape MeetingShape { get; init; }

    /// <summary>The metadata of a moved booking is only that of the reschedule link, as in Cal.com's synchronous path.</summary>
    public bool RescheduleLosesMetadata { get; init; }

    /// <summary>What API v2 allows one key.</summary>
    public int ApiRequestsPerMinute { get; init; } = 120;

    public Dictionary<string, string[]> Errors()
    {
        var errors = new Dictionary<string, string[]>();
        Check("dropPercent", DropPercent, Percent);
        Check("duplicates", Duplicates, Copies);
        Check("reorderWindowMs", ReorderWindowMs, Milliseconds);
        Check("apiRequestsPerMinute", ApiRequestsPerMinute, Requests);
        return errors;

        void Check(string name, int value, (int From, int To) range)
        {
            if (value < range.From || value > range.To)
                errors[name] = [$"Enter {range.From} to {range.To}."];
        }
    }
}

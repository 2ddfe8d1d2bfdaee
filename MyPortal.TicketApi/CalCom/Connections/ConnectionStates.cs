namespace MyPortal.TicketApi.CalCom.Connections;

/// <summary>What Cal.com said of the API key last.</summary>
public enum ApiKeyState
{
    /// <summary>There is no key.</summary>
    None,
    Works,
    Refused,

    /// <summary>Cal.com has not been asked yet, or could not be.</summary>
    Unchecked,
}

/// <summary>How the webhook at Cal.com comes about.</summary>
public enum WebhookState
{
    /// <summary>The technician pastes address and secret.</summary>
    Manual,

    /// <summary>We have set it up with the API key, and found it there last time.</summary>
    SetUp,

    /// <summary>It should be there and is not.</summary>
    Missing,
}

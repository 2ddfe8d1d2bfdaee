using MyPortal.Web.Clients;

namespace MyPortal.Web.Wording;

/// <summary>How a technician's connection to Cal.com reads on their profile.</summary>
public static class ConnectionWording
{
    public static string ApiKeyInWords(string state) => state switch
    {
        "none" => "There is none.",
        "works" => "It works.",
        "refused" => "Cal.com refuses it. Make a new one there and enter it below.",
        "unchecked" => "It has not been checked yet, because Cal.com did not answer. The portal tries again by itself.",
        _ => state.InWords(),
    };

    public static string WebhookInWords(string state) => state switch
    {
        "manual" => "You enter it at Cal.com yourself.",
        "set_up" => "The portal has set it up at Cal.com; you need do nothing there.",
        "missing" => "It is not at Cal.com yet. The portal sets it up as soon as the API key works.",
        _ => state.InWords(),
    };

    /// <summary>What the page says after an API key was entered.</summary>
    public static string AfterApiKey(this CalComConnection connection) => connection.ApiKey switch
    {
        "works" when connection.Webhook == "set_up" => "The API key works, and the webhook is set up.",
        "works" => "The API key works. The webhook is set up in a moment.",
        _ => "The API key is saved. Cal.com could not be asked yet; the portal tries again by itself.",
    };
}

namespace MyPortal.Web.Clients;

/// <summary>What forms let people type, in characters: TicketApi's limits, as the description of its API names them. A test holds them together.</summary>
public static class FormLimits
{
    public const int Subject = 200;

    /// <summary>Descriptions and replies.</summary>
    public const int Text = 20_000;
}

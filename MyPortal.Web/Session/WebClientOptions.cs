using System.ComponentModel.DataAnnotations;

namespace MyPortal.Web.Session;

/// <summary>This service's credentials at ProfileApi, section <c>WebClient</c> of the configuration.</summary>
public sealed class WebClientOptions
{
    [Required]
    public string Secret { get; set; } = "";
}

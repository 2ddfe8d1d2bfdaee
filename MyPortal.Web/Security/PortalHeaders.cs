using MyPortal.Web.Clients;

namespace MyPortal.Web.Security;

/// <summary>
/// The security headers of every answer (OWASP ASVS 5.0: 3.4.1–3.4.6). The content-security policy is the same strict one everywhere, except
/// on a page that carries the card of an embeddable booking link: there it is opened for that link's origins and nothing else.
/// </summary>
internal static class PortalHeaders
{
    private static readonly object EmbedKey = new();
    private static readonly object SecretAddressKey = new();

    public static void Add(IServiceCollection services, IHostEnvironment environment)
    {
        // A browser that has seen HSTS once refuses plain http for a year, on a developer's localhost too.
        var isDevelopment = environment.IsDevelopment();
        var strict = Build(null, isDevelopment);
        var secretAddress = Build(null, isDevelopment).AddReferrerPolicyNoReferrer();
        services.AddSingleton(new EmbedPolicies(embed => Build(embed, isDevelopment)));
        services.AddSecurityHeaderPolicies().SetPolicySelector(context => context.HttpContext.Items[EmbedKey] is Embed embed
            ? context.HttpContext.RequestServices.GetRequiredService<EmbedPolicies>().For(embed)
            : context.HttpContext.Items.ContainsKey(SecretAddressKey) ? secretAddress : strict);
    }

    /// <summary>Lets this answer's page load and frame Cal.com from exactly these origins.</summary>
    public static void AllowEmbed(this HttpContext context, Embed embed) => context.Items[EmbedKey] = embed;

    /// <summary>For a page whose address is a secret: nobody learns it from this answer, not even this service's own files.</summary>
    public static void KeepAddressSecret(this HttpContext context) => context.Items[SecretAddressKey] = true;

    private static HeaderPolicyCollection Build(Embed? embed, bool isDevelopment)
    {
        var headers = Build(embed);
        return isDevelopment ? headers : headers.AddStrictTransportSecurity(31_536_000, includeSubdomains: true, preload: false);
    }

    private static HeaderPolicyCollection Build(Embed? embed) => new HeaderPolicyCollection()
        .AddContentTypeOptionsNoSniff()
        .AddFrameOptionsDeny()
        // No other site learns a ticket's address, not even Cal.com from the frame inside it.
        .AddReferrerPolicySameOrigin()
        .AddCrossOriginOpenerPolicy(policy => policy.SameOriginAllowPopups())
        .AddCrossOriginResourcePolicy(policy => policy.SameOrigin())
        .AddCustomHeader("Permissions-Policy", PermissionsPolicy(embed))
        .AddContentSecurityPolicy(csp =>
        {
            csp.AddDefaultSrc().None();
            csp.AddBaseUri().None();
            csp.AddFormAction().Self();
            csp.AddFrameAncestors().None();
            csp.AddConnectSrc().Self();
            csp.AddImgSrc().Self().Data();
            var script = csp.AddScriptSrc().Self();
            var style = csp.AddStyleSrc().Self();
            if (embed is null)
                return;
            script.From(embed.ScriptUrl);
            csp.AddFrameSrc().From(embed.FrameOrigins);
            // Cal.com's embed.js writes <style> elements and attributes and has no nonce support (references: its source, embed.ts).
            style.UnsafeInline();
            if (embed.Origin.EndsWith(".cal.com", StringComparison.Ordinal))
                csp.AddFontSrc().From("https://cal.com");
        });

    // Paid event types ask for "payment" inside the frame.
    private static string PermissionsPolicy(Embed? embed) =>
        "camera=(), microphone=(), geolocation=(), payment="
        + (embed is null ? "()" : $"({string.Join(' ', embed.FrameOrigins.Select(origin => $"\"{origin}\""))})");
}

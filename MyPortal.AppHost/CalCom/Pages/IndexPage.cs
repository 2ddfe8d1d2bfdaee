using static MyPortal.AppHost.CalCom.Pages.Layout;

namespace MyPortal.AppHost.CalCom.Pages;

internal static class IndexPage
{
    public static string Render(string? scriptMissing, int bookings, IEnumerable<string> users) => Page("Cal.com stand-in", Html($""), Html($""), Html($"""
        <h1>Cal.com stand-in</h1>
        <p>A development aid of MyPortal. It serves Cal.com’s real <code>embed.js</code> and simple booking pages that speak its
          protocol, so that a call can be booked with no account and no internet. Bookings live in memory until it ends.</p>
        <h2>embed.js</h2>
        <p id="embed-script">{(scriptMissing is null
            ? Html($"""Available: <a href="/embed/embed.js">/embed/embed.js</a> (npm package <code>@calcom/embed-core</code>).""")
            : Html($"""<strong>Missing.</strong> {scriptMissing}"""))}</p>
        <h2>Booking pages</h2>
        <p>Every <code>/user/slug</code> exists, for example <a href="/tess/ticket-call">tess/ticket-call</a> or, of 15 minutes,
          <a href="/tess/15min">tess/15min</a>. Name, e-mail address and notes are prefilled from the query; <code>metadata[…]</code>
          is kept with the booking. Taken times vanish. A slug that contains <code>confirm</code> needs the host’s confirmation,
          one that contains <code>paid</code> a payment.</p>
        <p><a href="/_stand-in/bookings">Bookings so far: {bookings}</a> (JSON)</p>
        <h2>Hosts</h2>
        <p>A host’s bookings can be cancelled, moved, confirmed and ended by their page. The settings hold the host’s webhooks and the
          switches that lose, double, delay and reorder deliveries.</p>
        <ul>
        {Each(users, user => $"""
            <li><strong>{user}</strong>: <a href="/bookings/{Uri.EscapeDataString(user)}">bookings of {user}</a>,
              <a href="/settings/{Uri.EscapeDataString(user)}">settings of {user}</a></li>

            """)}
        </ul>
        <h2>API v2</h2>
        <p>Below <code>/v2</code>: webhooks and bookings, with the key <code>cal_stand_in_</code> and the host’s name.</p>
        <h2>Ways to fail</h2>
        <p>Use one as the slug, or add <code>?{FailureSwitch.QueryParameter}=…</code> to any booking link.</p>
        <dl>
        {Each(FailureSwitch.All, s => $"""
            <dt><a href="/tess/{s.Name}/embed">tess/{s.Name}</a></dt><dd>{s.Effect}</dd>

            """)}
        </dl>
        """));
}

// Sends the browser's part of the ticket page's trace to our own server. No script of others, no names, no addresses.
export class BookingReporter {
  #trace;

  constructor(trace) {
    this.#trace = trace;
  }

  /** Times are milliseconds since 1970 on this browser's clock; the end is now unless given. */
  report(name, start, end = performance.timeOrigin + performance.now(), error) {
    const body = JSON.stringify({ trace: this.#trace, sentAt: performance.timeOrigin + performance.now(), steps: [{ name, start, end, error }] });
    // keepalive: the report must survive that the reader leaves the page right after booking.
    fetch("/telemetry/booking", { method: "POST", headers: { "Content-Type": "application/json" }, body, keepalive: true }).catch(() => { });
  }
}

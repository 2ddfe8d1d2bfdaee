// The Book a Call card: opens the technician's Cal.com calendar inside the page. Without this module the button is a plain link to it.
import { CalEmbed } from "./cal-embed.js";
import { BookingReporter } from "./booking-reporter.js";

const READY_WITHIN = 10_000;

const button = document.getElementById("book-a-call");
const panel = document.getElementById("booking-panel");
const heading = document.getElementById("booking-panel-heading");
const status = document.getElementById("booking-status");
const problem = document.getElementById("booking-problem");
const problemText = document.getElementById("booking-problem-text");
const calendar = document.getElementById("booking-calendar");

const reporter = new BookingReporter(document.querySelector("meta[name=portal-trace]").content);
const embed = new CalEmbed({
  scriptUrl: button.dataset.embedScript,
  origin: button.dataset.calOrigin,
  link: button.dataset.calLink,
  namespace: button.dataset.calNamespace,
  config: JSON.parse(button.dataset.calConfig || "{}"),
  onScript: (start, end, error) => reporter.report("booking.embed.script", start, end, error),
});

/** closed | loading | ready | failed; the panel's look follows from it. */
let state = "closed";
let openedAt = 0;
let patience;

button.setAttribute("role", "button");
button.setAttribute("aria-expanded", "false");
button.setAttribute("aria-controls", panel.id);
button.removeAttribute("target");

// Intent, not load: whoever only reads the ticket tells Cal.com nothing.
for (const intent of ["pointerenter", "focus", "touchstart"])
  button.addEventListener(intent, () => embed.load().catch(() => { /* said when the button is pressed */ }), { once: true, passive: true });

button.addEventListener("click", event => {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return; // the reader asked for a new tab
  event.preventDefault();
  event.stopPropagation(); // embed.js would open its own overlay for this button
  open();
});
button.addEventListener("keydown", event => {
  if (event.key !== " ") return;
  event.preventDefault();
  open();
});
document.getElementById("close-booking").addEventListener("click", close);
panel.addEventListener("keydown", event => { if (event.key === "Escape") close(); });

async function open() {
  panel.hidden = false;
  button.setAttribute("aria-expanded", "true");
  heading.focus({ preventScroll: true });
  panel.scrollIntoView({ block: "nearest", behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" });
  if (state === "ready" || state === "loading") return;

  show("loading");
  openedAt = performance.timeOrigin + performance.now();
  patience = setTimeout(() => fail("not_ready_in_time"), READY_WITHIN);
  try {
    await embed.open(calendar, { ready, failed: () => fail("link_failed"), booked });
  } catch {
    fail("script_blocked");
  }
}

function close() {
  panel.hidden = true;
  button.setAttribute("aria-expanded", "false");
  button.focus();
  if (state === "loading" || state === "failed") {
    clearTimeout(patience);
    embed.reset(calendar);
    show("closed");
  }
}

function ready() {
  // A calendar that comes late is still the one that was asked for.
  clearTimeout(patience);
  if (state === "loading") reporter.report("booking.embed.ready", openedAt);
  show("ready");
}

const explanations = {
  script_blocked: "The calendar could not be loaded. A content blocker or the network may be in the way.",
  not_ready_in_time: "The calendar does not answer.",
  link_failed: "Cal.com does not know this booking link. The technician may have changed it.",
};

function fail(kind) {
  if (state !== "loading") return;
  clearTimeout(patience);
  reporter.report("booking.embed.ready", openedAt, undefined, kind);
  problemText.textContent = explanations[kind];
  show("failed");
}

function booked({ startTime, status: bookingStatus }) {
  reporter.report("booking.made", openedAt);
  const when = startTime && !Number.isNaN(Date.parse(startTime))
    ? ` for ${new Intl.DateTimeFormat(undefined, { dateStyle: "full", timeStyle: "short" }).format(new Date(startTime))}`
    : "";
  status.className = "booking-status is-booked";
  status.textContent = /pending/i.test(bookingStatus ?? "")
    ? `Thank you. You asked for a call${when}; ${button.dataset.technician} still has to confirm it.`
    : `Thank you. Your call with ${button.dataset.technician} is booked${when}. Cal.com sends you the confirmation by e-mail.`;
}

function show(next) {
  state = next;
  status.className = next === "loading" ? "booking-status is-loading" : "booking-status";
  status.textContent = next === "loading" ? `Opening ${button.dataset.technician}'s calendar…` : "";
  problem.hidden = next !== "failed";
  calendar.hidden = next === "failed" || next === "closed";
  calendar.classList.toggle("is-ready", next === "ready");
}

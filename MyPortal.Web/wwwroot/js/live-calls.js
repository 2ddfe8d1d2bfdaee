// A booked call comes back while the ticket is open: the server tells that something has changed, and the parts that show it are fetched anew.
// Without this module the next load shows the same.
import { showLocalTimes } from "./local-times.js";

const PARTS = ["ticket-details", "ticket-calls", "previous-technician", "conversation-entries"];

const ticket = document.getElementById("ticket");
let last = Promise.resolve();

const events = new EventSource(`/api/tickets/${ticket.dataset.number}/events?version=${encodeURIComponent(ticket.dataset.version)}`);
events.addEventListener("changed", () => {
  last = last.then(refresh).catch(() => { /* the next change or load shows it */ });
});
addEventListener("pagehide", () => events.close());

async function refresh() {
  const response = await fetch(location.pathname + location.search, { headers: { Accept: "text/html" } });
  // Signed out in the meantime, or the server has trouble: what stands here is still the best there is.
  if (!response.ok || response.redirected) return;
  const fresh = new DOMParser().parseFromString(await response.text(), "text/html");
  const known = calls();
  for (const id of PARTS) replace(document.getElementById(id), fresh.getElementById(id));
  const heading = document.getElementById("booking-heading");
  if (heading) heading.textContent = document.getElementById("ticket-calls").dataset.bookingHeading;
  announce(calls(), known);
}

function replace(present, next) {
  // Whoever is choosing something there is not disturbed; the next change or load shows it.
  if (!present || !next || present.contains(document.activeElement)) return;
  showLocalTimes(next);
  present.replaceWith(next);
}

function calls() {
  return new Map([...document.querySelectorAll("[data-call]")].map(card => [card.dataset.call, card]));
}

function announce(present, known) {
  const news = [...present].filter(([call]) => !known.has(call)).map(([, card]) => card);
  const gone = [...known.keys()].some(call => !present.has(call));
  const text = news.length > 0
    ? news.map(card => `${card.querySelector("h2").textContent}: ${inOneLine(card.querySelector(".call-when"))}`).join(". ")
    : gone ? "A call is no longer ahead. The conversation says what happened." : "";
  if (text) document.getElementById("live-status").textContent = text;
}

const inOneLine = element => element.textContent.trim().replace(/\s+/g, " ");

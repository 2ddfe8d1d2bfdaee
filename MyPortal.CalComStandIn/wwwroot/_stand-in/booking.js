import { fire, handshake, showTheme } from "./protocol.js";

const { user, slug, eventTypeId, failure, rescheduleUid } = document.getElementById("calendar").dataset;
const query = new URLSearchParams(location.search);
const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone ?? "UTC";
const element = id => document.getElementById(id);
const form = element("details");
const steps = ["pick", "details", "done"];
let slots = [];
let day = null;
let chosen = null;

const format = (options, date) => new Intl.DateTimeFormat("en-GB", { timeZone, ...options }).format(new Date(date));
const dayOf = date => format({ weekday: "short", day: "numeric", month: "short" }, date);
const timeOf = date => format({ hour: "2-digit", minute: "2-digit" }, date);
const describe = slot =>
  `${format({ weekday: "long", day: "numeric", month: "long", year: "numeric" }, slot.start)}, ${timeOf(slot.start)}–${timeOf(slot.end)} (${timeZone})`;

function button(text, pressed, onClick) {
  const result = document.createElement("button");
  result.type = "button";
  result.textContent = text;
  if (pressed !== null) result.setAttribute("aria-pressed", pressed);
  result.addEventListener("click", onClick);
  return result;
}

function show(step) {
  for (const id of steps) element(id).hidden = id !== step;
  element(`${step}-title`).focus();
  fire("__routeChanged");
}

function drawDays() {
  const days = [...new Set(slots.map(slot => dayOf(slot.start)))];
  if (!days.includes(day)) day = days[0] ?? null;
  element("days").replaceChildren(...days.map(name => button(name, name === day, () => {
    day = name;
    for (const other of element("days").children) other.setAttribute("aria-pressed", other.textContent === day);
    drawTimes();
  })));
  drawTimes();
}

function drawTimes() {
  element("times").replaceChildren(...slots.filter(slot => dayOf(slot.start) === day).map(slot => {
    const choice = button(timeOf(slot.start), null, () => choose(slot));
    choice.dataset.start = slot.start;
    return choice;
  }));
}

function choose(slot) {
  chosen = slot;
  element("chosen").textContent = describe(slot);
  show("details");
}

async function loadSlots() {
  slots = await (await fetch(`/_stand-in/slots/${encodeURIComponent(user)}/${encodeURIComponent(slug)}`)).json();
  drawDays();
}

function showProblem(field, problem) {
  element(`${field}-problem`).textContent = problem;
  form.elements[field]?.setAttribute("aria-invalid", problem !== "");
}

// The link's metadata[key]=value parameters belong to the booking, whoever wrote them.
const metadata = () => Object.fromEntries([...query]
  .map(([key, value]) => [/^metadata\[(.+)\]$/.exec(key)?.[1], value])
  .filter(([key]) => key));

async function book(event) {
  event.preventDefault();
  const fields = ["name", "email", "notes", "reason"].filter(field => form.elements[field]);
  for (const field of fields) showProblem(field, form.elements[field].validationMessage);
  showProblem("details", "");
  if (!form.checkValidity()) {
    form.querySelector("[aria-invalid=true]").focus();
    return;
  }

  const response = await fetch(`/_stand-in/bookings/${encodeURIComponent(user)}/${encodeURIComponent(slug)}`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({
      start: chosen.start, ...Object.fromEntries(new FormData(form)), timeZone, metadata: metadata(), rescheduleUid, rescheduledBy: query.get("rescheduledBy"),
    }),
  });
  const answer = await response.json();
  if (response.ok) {
    finish(answer);
  } else if (response.status === 409 || response.status === 404) {
    await loadSlots();
    show("pick");
    element("pick-problem").textContent = answer.detail;
  } else {
    for (const field of fields) showProblem(field, answer.errors?.[field]?.[0] ?? "");
    if (!fields.some(field => answer.errors?.[field])) showProblem("details", answer.errors?.start?.[0] ?? answer.detail ?? answer.title);
  }
}

function finish(booking) {
  element("done-title").textContent = booking.paymentDue ? "A payment is due"
    : booking.status === "PENDING" ? "Your booking waits for confirmation" : "This meeting is scheduled";
  element("done-when").textContent = describe(booking);
  element("done-who").textContent = `${booking.title}. Nobody gets mail: this is a stand-in.`;
  element("done-change").href = `/booking/${booking.uid}`;
  show("done");
  const [startTime, endTime] = [booking.start, booking.end].map(date => new Date(date).toISOString());
  const organizer = { name: user, email: `${user}@stand-in.example`, timeZone: "UTC" };
  const eventType = { id: booking.eventTypeId, slug, title: slug };
  const duration = (new Date(endTime) - new Date(startTime)) / 60_000;
  const done = rescheduleUid ? "rescheduleBookingSuccessful" : "bookingSuccessful";
  // The older event still comes along with the newer one, as at Cal.com.
  fire(done, {
    booking: { uid: booking.uid, startTime, endTime }, eventType, date: startTime, duration, organizer, confirmed: booking.status === "ACCEPTED",
  });
  fire(`${done}V2`, {
    uid: booking.uid, title: booking.title, startTime, endTime, eventTypeId: booking.eventTypeId,
    status: booking.status, paymentRequired: booking.paymentDue, isRecurring: false,
    videoCallUrl: `${location.origin}/video/${booking.uid}`,
  });
}

showTheme(query.get("theme"));
element("without-script").remove();
element("time-zone").textContent = timeZone;
element("back").addEventListener("click", () => show("pick"));
form.addEventListener("submit", book);
const opened = handshake({ delay: failure === "slow" ? 3000 : 0, never: failure === "never-ready" });
await loadSlots();
await opened;
const seen = { eventId: Number(eventTypeId), eventSlug: slug };
fire("bookerViewed", { ...seen, slotsLoaded: true });
fire("bookerReady", seen);

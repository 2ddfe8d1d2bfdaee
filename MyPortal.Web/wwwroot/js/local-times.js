// The server writes times in UTC; here they become the reader's own, with the day in words where that helps.
const time = new Intl.DateTimeFormat(undefined, { timeStyle: "short" });
const full = new Intl.DateTimeFormat(undefined, { dateStyle: "full", timeStyle: "long" });
const date = new Intl.DateTimeFormat(undefined, { day: "numeric", month: "short" });
const dateWithYear = new Intl.DateTimeFormat(undefined, { dateStyle: "medium" });
const days = new Intl.RelativeTimeFormat("en", { numeric: "auto" });

export function showLocalTimes(root = document) {
  for (const element of root.querySelectorAll("time[datetime]")) {
    const moment = new Date(element.dateTime);
    element.textContent = "timeOnly" in element.dataset ? time.format(moment) : `${dayOf(moment)}, ${time.format(moment)}`;
    element.title = full.format(moment);
  }
}

function dayOf(moment) {
  const today = new Date();
  const distance = Math.round((startOfDay(moment) - startOfDay(today)) / 86_400_000);
  if (Math.abs(distance) <= 1) return days.format(distance, "day");
  return (moment.getFullYear() === today.getFullYear() ? date : dateWithYear).format(moment);
}

const startOfDay = moment => new Date(moment.getFullYear(), moment.getMonth(), moment.getDate());

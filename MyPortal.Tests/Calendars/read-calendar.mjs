// Reads an iCalendar object from standard input with ical.js and writes what it found as JSON.
import ICAL from 'ical.js';

let text = '';
for await (const part of process.stdin.setEncoding('utf8')) text += part;

const calendar = new ICAL.Component(ICAL.parse(text));
const instant = time => time.toJSDate().toISOString();
const events = calendar.getAllSubcomponents('vevent').map(component => {
  const event = new ICAL.Event(component);
  return {
    uid: event.uid,
    sequence: event.sequence,
    status: component.getFirstPropertyValue('status'),
    start: instant(event.startDate),
    end: instant(event.endDate),
    zone: event.startDate.zone.tzid,
    summary: event.summary,
    description: event.description,
    location: event.location,
    url: component.getFirstPropertyValue('url'),
    organizer: event.organizer,
    organizerName: component.getFirstProperty('organizer')?.getParameter('cn') ?? null,
    attendees: event.attendees.length,
  };
});
process.stdout.write(JSON.stringify({
  method: calendar.getFirstPropertyValue('method'),
  version: calendar.getFirstPropertyValue('version'),
  events,
}));

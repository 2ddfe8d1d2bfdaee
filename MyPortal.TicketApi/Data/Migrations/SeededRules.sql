-- The rules that every portal starts with; from then on they are administrators' to change or delete. Frozen as the first migration added them:
-- what rules can do today must not change what that migration did. "Reset demo data" puts them back from here.
insert into automation_rules (id, position, name, enabled, trigger, definition, updated_at) values
('0198c000-0000-7000-8000-00000000e001', 1, 'Call booked: wait for it', true, 'call_booked', $${
  "match": "all",
  "conditions": [{"not": true, "field": "ticket.status", "operator": "is_one_of", "values": ["closed"]}],
  "actions": [{"kind": "set_status", "status": "waiting_for_call"}]
}$$, '2026-11-25T00:00:00Z'),
('0198c000-0000-7000-8000-00000000e002', 2, 'Call over: back to work, and ask how it went', true, 'call_ended', $${
  "match": "all",
  "conditions": [{"not": true, "field": "ticket.status", "operator": "is_one_of", "values": ["resolved", "closed"]}],
  "actions": [
    {"kind": "set_status", "status": "in_progress"},
    {"kind": "add_internal_note", "text": "The call of {{call.start}} should be over. How did it go? Please write the outcome down here, and set the status that fits now."}
  ]
}$$, '2026-11-25T00:00:00Z'),
('0198c000-0000-7000-8000-00000000e003', 3, 'No-show: offer another time', true, 'call_no_show', $${
  "match": "all",
  "conditions": [{"not": true, "field": "ticket.status", "operator": "is_one_of", "values": ["closed"]}],
  "actions": [
    {"kind": "add_public_reply", "text": "Hello {{requester.name}},\n\nwe missed each other at the call of {{call.start}}. That happens. {{assignee.name}} will be glad to find another time with you; choose the one that suits you here:\n\n{{booking.link}}"}
  ]
}$$, '2026-11-25T00:00:00Z');

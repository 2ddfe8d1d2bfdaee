// Text that was typed must survive an expired session or a closed tab: it is kept in this tab until the form has gone through.
const prefix = "draft:";

export function keepDrafts() {
  for (const form of document.querySelectorAll("form[data-draft]")) {
    const key = prefix + form.dataset.draft;
    const fields = [...form.elements].filter(field => field.matches("textarea, input[type=text]:not([type=hidden])"));
    if (sessionStorage.getItem(key + ":sent")) settle(form, key);
    else restore(fields, key);
    form.addEventListener("input", () => save(fields, key));
    form.addEventListener("submit", () => sessionStorage.setItem(key + ":sent", "1"));
  }
}

// After sending, the form comes back empty if it went through, filled and with a message if it did not; only then is the draft still needed.
function settle(form, key) {
  sessionStorage.removeItem(key + ":sent");
  const refused = [...form.querySelectorAll("textarea, input")].some(field => field.value && field.type !== "hidden" && field.type !== "checkbox");
  if (!refused) sessionStorage.removeItem(key);
}

function save(fields, key) {
  sessionStorage.setItem(key, JSON.stringify(Object.fromEntries(fields.map(field => [field.name, field.value]))));
}

function restore(fields, key) {
  const draft = JSON.parse(sessionStorage.getItem(key) ?? "{}");
  for (const field of fields) if (!field.value && draft[field.name]) field.value = draft[field.name];
}

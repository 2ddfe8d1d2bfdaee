// Text that was typed must survive an expired session or a closed form: it is kept in this tab until the server says that it has saved it.
const prefix = "draft:";

export function keepDrafts() {
  const saved = document.querySelector("meta[name=saved-draft]")?.content;
  if (saved) sessionStorage.removeItem(prefix + saved);

  for (const form of document.querySelectorAll("form[data-draft]")) {
    const key = prefix + form.dataset.draft;
    const fields = [...form.elements].filter(field => field.matches("textarea, input[type=text]"));
    restore(fields, key);
    form.addEventListener("input", () => save(fields, key));
  }
}

function save(fields, key) {
  sessionStorage.setItem(key, JSON.stringify(Object.fromEntries(fields.map(field => [field.name, field.value]))));
}

function restore(fields, key) {
  const draft = JSON.parse(sessionStorage.getItem(key) ?? "{}");
  for (const field of fields) if (!field.value && draft[field.name]) field.value = draft[field.name];
}

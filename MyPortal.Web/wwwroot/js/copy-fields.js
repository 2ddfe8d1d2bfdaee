// Fields that are there to be copied: one click selects all of it, and a button copies it where the browser allows that.
for (const field of document.querySelectorAll("input[readonly]")) {
  field.addEventListener("focus", () => field.select());
}
if (navigator.clipboard) {
  for (const button of document.querySelectorAll("button[data-copy]")) {
    const label = button.innerHTML;
    button.hidden = false;
    button.addEventListener("click", async () => {
      const field = document.getElementById(button.dataset.copy);
      try {
        await navigator.clipboard.writeText(field.value);
        button.textContent = "Copied";
        setTimeout(() => { button.innerHTML = label; }, 3000);
      } catch {
        // Not allowed here: it is selected, so that the keyboard can copy it.
        field.focus();
      }
    });
  }
}

// Small helps that every page can do without.
import { showLocalTimes } from "./local-times.js";
import { keepDrafts } from "./drafts.js";

showLocalTimes();
keepDrafts();

// Esc and a click elsewhere close the user menu, as people expect of a menu.
const menu = document.querySelector(".user-menu");
if (menu) {
  document.addEventListener("keydown", event => {
    if (event.key !== "Escape" || !menu.open) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });
  document.addEventListener("click", event => {
    if (!menu.contains(event.target)) menu.open = false;
  });
}

// Whoever pressed the link in the mail has said what they want: the page presses its own button. Without scripts they press it themselves.
document.getElementById("unsubscribe").requestSubmit();

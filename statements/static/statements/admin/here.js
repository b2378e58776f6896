// Tell the desk that a form is still open, and the person who else has it open and who saved.
"use strict";

const EVERY = 25_000;

addEventListener("DOMContentLoaded", () => {
  const line = document.querySelector(".others[data-address]");
  const token = document.querySelector("[name='csrfmiddlewaretoken']");
  if (!line || !token) {
    return;
  }
  const timer = setInterval(async () => {
    const body = new URLSearchParams({
      csrfmiddlewaretoken: token.value,
      version: line.dataset.version,
    });
    try {
      const answer = await fetch(line.dataset.address, { method: "POST", body });
      if (answer.status === 403) {
        clearInterval(timer);
        say(line, line.dataset.loggedOut);
      } else if (answer.ok) {
        const told = await answer.json();
        say(line, [told.saved, told.others].filter(Boolean).join(" "));
      }
    } catch {
      // No network for a moment: the next time will tell.
    }
  }, EVERY);
});

// A screen reader hears it when it changes, not every time.
function say(line, words) {
  if (line.textContent !== words) {
    line.textContent = words;
  }
}

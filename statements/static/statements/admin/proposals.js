"use strict";
// Goes from proposal to proposal by keys, shows each in the text, and counts what is decided.
(() => {
  const form = document.querySelector("form.proposals");
  if (!form) return;
  const cards = [...form.querySelectorAll(".proposal")];
  const said = form.querySelector(".progress [data-said]");
  const bar = form.querySelector(".progress progress");
  const keys = form.querySelector(".keys");
  if (!cards.length || !said) return;

  const radio = (card, value) => card.querySelector(`.decision [value="${value}"]`);
  const isDecided = (card) => card.querySelector(".decision :checked") !== null;

  const count = () => {
    const done = cards.filter(isDecided).length;
    bar.hidden = false;
    bar.value = done;
    said.textContent = said.dataset.said.replace("%1", done).replace("%2", cards.length);
  };

  const show = (card) => {
    for (const mark of form.querySelectorAll("mark.here")) mark.classList.remove("here");
    for (const mark of form.querySelectorAll("mark[data-rows]")) {
      if (mark.dataset.rows.split(" ").includes(card.id)) mark.classList.add("here");
    }
    const first = form.querySelector("mark.here");
    const pane = document.getElementById("text-pane");
    if (!first || !pane) return;
    const [inner, outer] = [first.getBoundingClientRect(), pane.getBoundingClientRect()];
    if (inner.top < outer.top || inner.bottom > outer.bottom) {
      pane.scrollTop += inner.top - outer.top - outer.height / 3;
    }
  };

  const go = (card) => {
    if (!card) return;
    (card.querySelector(".decision :checked") ?? card.querySelector(".decision input")).focus();
    card.scrollIntoView({ block: "nearest" });
  };

  const current = () => cards.indexOf(document.activeElement?.closest?.(".proposal"));

  const next = (from) =>
    cards.slice(from + 1).find((card) => !isDecided(card)) ?? cards.find((card) => !isDecided(card));

  const decide = (value) => {
    const at = current();
    const chosen = at < 0 ? null : radio(cards[at], value);
    if (!chosen) return;
    chosen.checked = true;
    count();
    go(next(at));
  };

  const does = {
    k: () => decide("keep"),
    x: () => decide("refuse"),
    n: () => go(current() < 0 ? next(-1) : cards[current() + 1]),
    p: () => go(cards[current() - 1]),
  };

  form.addEventListener("keydown", (event) => {
    const typing = event.target.matches("input:not([type=radio]), select, textarea, .select2-selection, .select2-selection *");
    const act = does[event.key.toLowerCase()];
    if (typing || !act || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    act();
  });
  form.addEventListener("focusin", (event) => {
    const card = event.target.closest(".proposal");
    if (card) show(card);
  });
  form.addEventListener("change", (event) => {
    const card = event.target.closest(".proposal");
    // Whoever changes a value means to keep it.
    if (card && !event.target.closest(".decision") && !isDecided(card)) radio(card, "keep").checked = true;
    count();
  });
  form.addEventListener("click", (event) => {
    const mark = event.target.closest("mark[data-rows]");
    if (mark) go(document.getElementById(mark.dataset.rows.split(" ").at(-1)));
  });
  if (keys) keys.hidden = false;
  count();
})();

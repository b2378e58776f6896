// A box in place of a choice of three: ticked, empty, or “some of them”, as the rows are mixed.
"use strict";

for (const way of document.querySelectorAll(".way[data-state]")) {
  const select = way.querySelector("select");
  const form = select.form;
  const before = way.dataset.state;
  const offered = Array.from(select.options, (option) => option.value).filter(Boolean);
  // What it is comes first; then each other state once.
  const states = [before, ...["all", "none"].filter((state) => state !== before)].filter(
    (state) => state === before || offered.includes(state),
  );
  const box = document.createElement("input");
  const said = document.createElement("output");
  const row = way.closest("li");
  box.type = "checkbox";
  box.id = `${select.id}_box`;
  said.htmlFor = box.id;
  box.setAttribute("aria-describedby", `${select.id}_held`);
  row.querySelector("label").htmlFor = box.id;
  row.prepend(box);
  way.hidden = true;
  way.after(said);

  const show = () => {
    const state = select.value || before;
    box.checked = state === "all";
    box.indeterminate = state === "some";
    said.value = { all: form.dataset.add, none: form.dataset.remove }[select.value] ?? "";
    row.classList.toggle("changed", select.value !== "");
  };
  box.addEventListener("change", () => {
    const next = states[(states.indexOf(select.value || before) + 1) % states.length];
    select.value = next === before ? "" : next;
    show();
  });
  form.addEventListener("reset", () => setTimeout(show));
  // The browser may have kept what was chosen before a reload.
  if (select.value === before) {
    select.value = "";
  }
  show();
}

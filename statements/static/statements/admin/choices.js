// Choices that are sought: their fields named by their labels, their lists what was typed last.
"use strict";

const SEARCH = ".select2-search__field";

function nameSearch(search) {
  // The field of a list that drops down stands at the end of the page, away from its choice.
  const container = search.closest(".select2-selection")
    ? search.closest(".select2-container")
    : document.querySelector(".select2-container--open:has(.select2-selection)");
  const choice = container?.previousElementSibling;
  const label = choice?.labels?.[0];
  if (label) {
    search.setAttribute("aria-label", label.textContent.trim().replace(/:$/, ""));
  }
}

function nameAll() {
  document.querySelectorAll(`.select2-selection ${SEARCH}:not([aria-label])`).forEach(nameSearch);
}

// They are made when the page is ready, and again with each new row: whoever comes first.
new MutationObserver(nameAll).observe(document.documentElement, { childList: true, subtree: true });
addEventListener("focusin", (event) => {
  if (event.target.matches(SEARCH)) {
    nameSearch(event.target);
  }
});

// The library gives up only the last request it knows of, and asks late for what was typed before
// something was chosen: an older answer then took the place of the one that is waited for.
let asked;

function ask(options, onSuccess, onFailure) {
  const search = document.querySelector(`.select2-container--open ${SEARCH}`);
  if (!asked || (options.data.term ?? "") === (search?.value ?? "")) {
    asked?.abort();
    asked = django.jQuery.ajax(options);
    asked.then(onSuccess, onFailure);
  }
  return asked;
}

// On the window, first of all: before the choices are made.
addEventListener(
  "DOMContentLoaded",
  () => window.django?.jQuery?.fn.select2?.defaults.set("ajax--transport", ask),
  { capture: true },
);

// Name the search fields of the choices by the labels of what they stand for.
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

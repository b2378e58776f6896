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

function nameAll(within) {
  within.querySelectorAll(`.select2-selection ${SEARCH}`).forEach(nameSearch);
}

addEventListener("load", () => nameAll(document));
// The window hears of a new row after the document, where its choices are made.
addEventListener("formset:added", (event) => nameAll(event.target));
addEventListener("focusin", (event) => {
  if (event.target.matches(SEARCH)) {
    nameSearch(event.target);
  }
});

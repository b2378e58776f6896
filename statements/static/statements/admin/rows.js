// Open the folded row that an address points at.
"use strict";

function openRow() {
  const anchor = document.getElementById(location.hash.slice(1));
  const row = anchor?.parentElement.querySelector(":scope > details");
  if (row) {
    row.open = true;
    anchor.scrollIntoView();
  }
}

addEventListener("hashchange", openRow);
addEventListener("DOMContentLoaded", openRow);

// Who adds a row goes on in it.
addEventListener("formset:added", (event) => {
  event.target.querySelector("textarea, select, input:not([type='hidden'])")?.focus();
});

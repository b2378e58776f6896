// Ask before a page is left whose form holds what nobody has saved.
"use strict";

addEventListener("DOMContentLoaded", () => {
  const form = document.querySelector(".change-form form[method='post'][novalidate]");
  // What came back with errors is not saved either.
  let typed = document.querySelector(".errornote, .not-saved") !== null;
  form?.addEventListener("input", () => {
    typed = true;
  });
  form?.addEventListener("submit", () => {
    typed = false;
  });
  addEventListener("beforeunload", (event) => {
    if (typed) {
      event.preventDefault();
    }
  });
});

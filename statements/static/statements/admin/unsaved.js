// Ask before a page is left whose form holds what nobody has saved.
"use strict";

addEventListener("DOMContentLoaded", () => {
  const form = document.querySelector(".change-form form[method='post'][novalidate]");
  let typed = false;
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

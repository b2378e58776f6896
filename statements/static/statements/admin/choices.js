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

// jQuery hands an answer over a moment after it came, even if it was given up in between: the list
// would be of other words, and what it asked for more of would take the place of what was typed.
function ask(params, succeed, fail) {
  const request = window.django.jQuery.ajax(params);
  const { abort } = request;
  let isGivenUp = false;
  request.abort = (...given) => {
    isGivenUp = true;
    return abort.apply(request, given);
  };
  request.then((answer) => isGivenUp || succeed(answer));
  request.fail(fail);
  return request;
}

// Words are asked for a moment after they were typed, even if something was chosen meanwhile: their
// answer would then take the place of the one that is waited for.
addEventListener("DOMContentLoaded", () => {
  const $ = window.django?.jQuery;
  $?.(document).on("select2:opening", ({ target }) => {
    const adapter = $(target).data("select2")?.dataAdapter;
    if (adapter?.ajaxOptions) {
      adapter.ajaxOptions.transport = ask;
    }
  });
  $?.(document).on("select2:close", ({ target }) => {
    clearTimeout($(target).data("select2")?.dataAdapter._queryTimeout);
  });
});

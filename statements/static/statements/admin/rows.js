// Open the folded rows of a form: those that an address points at, and those that fetch their fields.
"use strict";

// Give a row its fields, once; until they are there, its link leads to them.
async function fill(row) {
  const later = row.querySelector(":scope > .later");
  const link = later?.querySelector("[data-fields]");
  if (!link || later.ariaBusy) {
    return;
  }
  later.ariaBusy = "true";
  try {
    const answer = await fetch(link.dataset.fields, { headers: { Accept: "text/html" } });
    if (!answer.ok || answer.redirected) {
      return;
    }
    const fields = document.createRange().createContextualFragment(await answer.text());
    row.querySelector(":scope > input[name$='-id']")?.remove();
    later.replaceWith(fields);
    django.jQuery(row).find(".admin-autocomplete").djangoAdminSelect2();
  } catch {
    // Nothing was lost: the link is still there.
  } finally {
    later.ariaBusy = null;
  }
}

// Open a row and put the person there, in the first of its fields or where it says.
async function openRow(row, field) {
  row.open = true;
  await fill(row);
  (field ? row.querySelector(field) : row.querySelector("summary"))?.focus();
  row.scrollIntoView({ block: "nearest" });
}

function openAddressed() {
  const anchor = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
  const row = anchor && anchor.parentElement.querySelector(":scope > details");
  if (row) {
    openRow(row);
  }
}

addEventListener("hashchange", openAddressed);
addEventListener("DOMContentLoaded", openAddressed);
document.addEventListener(
  "toggle",
  (event) => {
    if (event.target.open && event.target.matches(".rows details")) {
      fill(event.target);
    }
  },
  true,
);

// Who adds a row goes on in it.
addEventListener("formset:added", (event) => {
  event.target.querySelector("textarea, select, input:not([type='hidden'])")?.focus();
});

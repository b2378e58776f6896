// Suggest the tags in use for the name being typed, after the last comma.
"use strict";

document.addEventListener("input", (event) => {
  const field = event.target;
  const list = field.matches("[data-tags]") && field.list;
  if (!list) {
    return;
  }
  list.names ??= Array.from(list.options, (option) => option.value);
  const before = field.value.slice(0, field.value.lastIndexOf(",") + 1);
  const taken = new Set(before.toLowerCase().split(",").map((name) => name.trim()));
  const free = list.names.filter((name) => !taken.has(name.toLowerCase()));
  list.replaceChildren(
    ...free.map((name) => new Option("", before ? `${before} ${name}` : name)),
  );
});

// While something is entered, say what is like it and here already. It hinders no save.
"use strict";

addEventListener("DOMContentLoaded", () => {
  const section = document.querySelector(".alike[data-address]");
  const form = section?.closest("form");
  if (!form) {
    return;
  }
  const patterns = section.dataset.controls
    .split(" ")
    .map((name) => new RegExp(`^${name.replace("*", "\\d+")}$`));
  const isAsked = (name) => patterns.some((pattern) => pattern.test(name));
  let asked = 0;

  const ask = async (event) => {
    if (!isAsked(event.target.name ?? "")) {
      return;
    }
    const pairs = [...new FormData(form)].filter(([name]) => isAsked(name));
    pairs.push(["ref", section.dataset.ref]);
    pairs.push(["csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value]);
    asked += 1;
    const mine = asked;
    try {
      const answer = await fetch(section.dataset.address, {
        method: "POST",
        body: new URLSearchParams(pairs),
      });
      if (answer.ok && mine === asked) {
        const list = document.createRange().createContextualFragment(await answer.text());
        section.replaceChildren(list);
        section.hidden = !section.querySelector("li");
      }
    } catch {
      // No network for a moment: after the save the page says it.
    }
  };
  form.addEventListener("change", ask);
  django.jQuery(form).on("select2:select", ask);
});

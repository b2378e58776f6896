"use strict";
// Sends files one by one, tells how far it is, and takes files that are dropped on the page.
(() => {
  const page = document.querySelector(".paste");
  const form = page?.querySelector("form");
  const input = form?.elements.documents;
  if (!input) return;
  const outcomes = page.querySelector(".outcomes");
  const list = outcomes.querySelector("ul");
  const progress = outcomes.querySelector(".progress");
  const bar = progress.querySelector("progress");
  const said = progress.querySelector("span");

  const failed = (name) => {
    const row = document.createElement("li");
    row.className = "refused";
    const named = document.createElement("strong");
    named.textContent = `${name}: `;
    row.append(named, said.dataset.failed);
    list.append(row);
  };

  const send = async (file) => {
    const data = new FormData(form);
    data.delete("documents");
    data.set("text", "");
    data.append("documents", file);
    data.set("part", "1");
    const answer = await fetch(form.action, { method: "POST", body: data });
    if (!answer.ok || answer.redirected) throw new Error(answer.statusText);
    const rows = document.createElement("template");
    rows.innerHTML = await answer.text();
    list.append(rows.content);
  };

  const tell = (done, all) => {
    bar.max = all;
    bar.value = done;
    said.textContent = said.dataset.said.replace("%1", done).replace("%2", all);
  };

  form.addEventListener("submit", async (event) => {
    const files = [...input.files];
    // One alone, or a text, is led on to what was read from it.
    if (files.length < 2 || form.elements.text.value.trim()) return;
    event.preventDefault();
    const button = form.querySelector("[type=submit]");
    button.disabled = true;
    outcomes.hidden = progress.hidden = false;
    tell(0, files.length);
    for (const [at, file] of files.entries()) {
      try {
        await send(file);
      } catch {
        failed(file.name);
      }
      tell(at + 1, files.length);
    }
    button.disabled = false;
    input.value = "";
    outcomes.querySelector("h2").focus();
  });

  for (const name of ["dragenter", "dragover"]) {
    page.addEventListener(name, (event) => {
      if (![...event.dataTransfer.types].includes("Files")) return;
      event.preventDefault();
      page.classList.add("is-over");
    });
  }
  page.addEventListener("dragleave", (event) => {
    if (!page.contains(event.relatedTarget)) page.classList.remove("is-over");
  });
  page.addEventListener("drop", (event) => {
    page.classList.remove("is-over");
    if (!event.dataTransfer.files.length) return;
    event.preventDefault();
    input.files = event.dataTransfer.files;
  });
})();

/* What a page of words offers beside them: the day of access, copying, printing, sharing; and the
   mark and the note of a recommendation tell of each other. Without this script nothing is missing
   but these. */

const told = document.querySelector("[data-told]");

function tell(what) {
  told.textContent = "";
  // A screen reader speaks of a change alone.
  requestAnimationFrame(() => (told.textContent = told.dataset[what]));
}

export async function copy(words, what) {
  await navigator.clipboard.writeText(words);
  tell(what);
}

export function permanent() {
  return document.querySelector("link[rel=canonical]")?.href ?? location.origin + location.pathname;
}

/* The page is kept for longer than a day, so the day is the reader's. */
for (const slot of document.querySelectorAll("[data-accessed]")) {
  const day = new Intl.DateTimeFormat(slot.dataset.locale, { dateStyle: "long" }).format(new Date());
  slot.textContent = slot.dataset.accessed.replace("{day}", day);
}

for (const shown of document.querySelectorAll("[data-scripted]")) {
  shown.hidden = shown.dataset.scripted === "share" && !navigator.share;
}

document.querySelector("[data-print]")?.addEventListener("click", () => print());
document.querySelector("[data-share]")?.addEventListener("click", () => {
  const title = document.querySelector("h1").textContent.trim();
  // Whoever thinks better of it closes the sheet, which is no error.
  navigator.share({ title, url: permanent() }).catch(() => {});
});

/* A browser copies for pages that came by a safe line only. */
if (navigator.clipboard) {
  for (const button of document.querySelectorAll("[data-copy]")) {
    button.hidden = false;
    button.addEventListener("click", () => {
      copy(button.parentElement.querySelector("[data-citation]").textContent, "citation");
    });
  }
  for (const link of document.querySelectorAll("[data-link-to-words]")) {
    link.addEventListener("click", () => copy(permanent() + link.hash, "link"));
  }
}

/* A report takes the words along that are selected. */
const report = document.querySelector("[data-report]");
const reported = report?.href;
report?.addEventListener("click", () => {
  const words = getSelection().toString().trim();
  report.href = words ? reported + encodeURIComponent(`\n\n“${words.slice(0, 500)}”\n`) : reported;
});

function refsOf(target) {
  const held = target.closest?.("[data-refs], a.badge, .note");
  if (!held) return [];
  if (held.dataset.refs) return held.dataset.refs.split(" ");
  return [(held.id || held.hash.slice(1)).slice(1)];
}

let lit = "";

function light(refs) {
  if (refs.join() === lit) return;
  lit = refs.join();
  for (const one of document.querySelectorAll(".lit")) one.classList.remove("lit");
  for (const ref of refs) {
    document.getElementById(`n${ref}`)?.classList.add("lit");
    for (const mark of document.querySelectorAll(`[data-refs~="${CSS.escape(ref)}"]`)) mark.classList.add("lit");
  }
}

for (const kind of ["pointerover", "focusin"]) {
  document.querySelector(".reading")?.addEventListener(kind, (event) => light(refsOf(event.target)));
}
document.querySelector(".reading")?.addEventListener("pointerleave", () => light([]));

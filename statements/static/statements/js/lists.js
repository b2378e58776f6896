/* A list or search that answers without a reload, and long panels that can be searched whole.
   The page asked for is the one a link or the form leads to, and its parts take the place of the
   old ones. Without this script, or where anything goes wrong, the browser goes there itself. */

const LONG = 8;
const listing = document.querySelector(".listing[data-live]");
const form = listing?.querySelector(".filters form");
const status = listing?.querySelector(".count");
// The box of the search page, which stands above its results.
const search = listing?.querySelector(".find");
// Where the panels stand beside the list.
const beside = matchMedia("(min-width: 60rem)");
let shown = location.pathname + location.search;
let asking;
// What the head says of one address: where it stands, what comes before and after it, for machines.
const OF_THE_ADDRESS =
  "link:is([rel=canonical], [rel=alternate], [rel=prev], [rel=next]), " +
  "meta:is([name=robots], [name=description], [property]), script[type='application/ld+json']";

const legend = (panel) => panel.querySelector("legend").textContent;
const panels = () => [...form.querySelectorAll("fieldset.panel")];

function addressOf(fields) {
  const given = [...new FormData(fields)].filter(([, value]) => value);
  const query = new URLSearchParams(given).toString();
  return fields.getAttribute("action") + (query && `?${query}`);
}

/* Return the page at an address, and the address it came from; none where it does not come. */
async function pageAt(address, signal) {
  try {
    const answer = await fetch(address, { signal });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    return answer.ok ? { page, from: new URL(answer.url) } : {};
  } catch {
    return {};
  }
}

// Capitals and accents count for nothing: "cote" is found in "Côte d’Ivoire".
const folded = (words) => words.normalize("NFD").replace(/\p{M}/gu, "").toLocaleLowerCase();

/* Long panels: a box above the rest of the choices leaves those that hold the words typed. */
function makeSearchable(panel) {
  const rest = panel.querySelector(".rest");
  if (!rest || rest.querySelectorAll("li").length < LONG) return;
  const box = document.createElement("input");
  box.type = "search";
  box.className = "seek";
  box.placeholder = form.dataset.find;
  box.setAttribute("aria-label", `${form.dataset.find}${form.dataset.colon}${legend(panel)}`);
  const none = document.createElement("p");
  none.className = "soft";
  none.setAttribute("role", "status");

  function sift() {
    const words = folded(box.value.trim());
    const items = [...panel.querySelectorAll("li")];
    for (const item of items) {
      item.hidden = !folded(item.querySelector(".choice").textContent).includes(words);
    }
    none.textContent = items.every((item) => item.hidden) ? form.dataset.none : "";
    box.scrollIntoView({ block: "nearest" });
  }

  // The whole panel is asked for each time the box is gone to, until it comes: not at each key.
  let filling = false;
  async function fill() {
    const link = panel.querySelector(".all-choices");
    if (!link || filling) return;
    filling = true;
    if (await takeChoices(panel, link)) sift();
    filling = false;
  }

  box.addEventListener("focus", fill);
  box.addEventListener("input", sift);
  box.addEventListener("change", (event) => event.stopPropagation());
  box.addEventListener("keydown", (event) => event.key === "Enter" && event.preventDefault());
  rest.addEventListener("toggle", () => {
    if (rest.open || !box.value) return;
    box.value = "";
    sift();
  });
  rest.querySelector("summary").after(box, none);
}

/* Take the choices of a panel from the page that a link in it leads to; tell whether they came. */
async function takeChoices(panel, link) {
  const found = (await pageAt(link.href)).page?.getElementById(panel.id);
  if (!found?.querySelector(".whole")) return false;
  for (const part of [":scope > .choices", ".rest > .choices", ".whole"]) {
    panel.querySelector(part).replaceChildren(...found.querySelector(part).childNodes);
  }
  return true;
}

/* What a reader has opened and focused in the panels, to have it again in new ones. A rare choice
   that is chosen no more is gone or folded there: the focus is then on what unfolds its panel. */
function remember() {
  const at = form.contains(document.activeElement) ? document.activeElement : null;
  const id = at?.closest(".panel")?.id;
  const open = panels().filter((panel) => panel.querySelector(".rest[open]")).map(legend);
  return () => {
    for (const panel of panels()) {
      const rest = panel.querySelector(".rest");
      if (rest && open.includes(legend(panel))) rest.open = true;
    }
    if (!at) return;
    const named = [...form.elements].filter((one) => one.name && one.name === at.name);
    const same = named.find((one) => one.type !== "checkbox" || one.value === at.value);
    const fold = id && document.getElementById(id)?.querySelector("summary");
    [same, fold, listing.querySelector(".results")].some(takesFocus);
  };
}

function takesFocus(element) {
  element?.focus({ preventScroll: true });
  return Boolean(element) && element === document.activeElement;
}

function renewHead(page) {
  document.title = page.title;
  for (const old of document.head.querySelectorAll(OF_THE_ADDRESS)) old.remove();
  document.head.append(...page.head.querySelectorAll(OF_THE_ADDRESS));
}

/* The box keeps its suggestions, and what somebody is typing into it, other than what was sent. */
function renewSearch(found, sent) {
  const carried = "input[type=hidden]";
  for (const old of search.querySelectorAll(carried)) old.remove();
  search.prepend(...found.querySelectorAll(carried));
  const box = search.elements.q;
  if (!search.contains(document.activeElement) || box.value === sent) box.value = found.elements.q.value;
}

function swap(page, sent) {
  const found = page.querySelector(".listing[data-live]");
  const fields = found?.querySelector(".filters form");
  if (!fields) return false;
  const restore = remember();
  // Where nothing is found there are no panels beside the list.
  listing.className = found.className;
  form.replaceChildren(...fields.childNodes);
  panels().forEach(makeSearchable);
  for (const part of ["h1", ".results", ".sort"]) {
    listing.querySelector(part)?.replaceChildren(...(found.querySelector(part)?.childNodes ?? []));
  }
  if (search) renewSearch(found.querySelector(".find"), sent);
  renewHead(page);
  // The same list in another language, and its address in print.
  for (const part of [".languages", ".permanent"]) {
    document.querySelector(part)?.replaceChildren(...(page.querySelector(part)?.childNodes ?? []));
  }
  restore();
  // It is a status: putting new words into it says them aloud.
  status.replaceChildren(...found.querySelector(".count").childNodes);
  return true;
}

async function show(address, { push = true, sent } = {}) {
  asking?.abort();
  asking = new AbortController();
  const { signal } = asking;
  const { page, from } = await pageAt(address, signal);
  if (signal.aborted) return;
  if (from?.pathname !== location.pathname || !swap(page, sent)) {
    location.assign(address);
    return;
  }
  shown = from.pathname + from.search;
  if (push) history.pushState(null, "", shown);
}

async function unfold(link) {
  const panel = link.closest(".panel");
  if (!(await takeChoices(panel, link))) return location.assign(link.href);
  return (panel.querySelector(".all-choices") ?? panel.querySelector(".seek")).focus();
}

function follow(event) {
  const link = event.target.closest(".chips a, .sort a, .pagination a, .whole a, .better a, .related a");
  if (!link || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  // Beside the order of a list may stand a link to another page.
  if (link.pathname !== location.pathname) return;
  event.preventDefault();
  if (link.closest(".whole")) return unfold(link);
  show(link.getAttribute("href")).then(() => {
    listing.querySelector(".results").focus({ preventScroll: true });
    if (link.closest(".pagination, .related") || link.rel) listing.scrollIntoView();
  });
}

function start() {
  panels().forEach(makeSearchable);
  form.classList.add("live");
  listing.addEventListener("click", follow);
  form.addEventListener("change", () => {
    show(addressOf(form)).then(() => {
      if (beside.matches && listing.getBoundingClientRect().top < 0) listing.scrollIntoView();
    });
  });
  listing.addEventListener("submit", (event) => {
    event.preventDefault();
    show(addressOf(event.target), { sent: event.target.elements.q?.value }).then(() => {
      form.parentElement.open = false;
      listing.querySelector(".results").focus();
    });
  });
  addEventListener("popstate", () => {
    if (location.pathname + location.search !== shown) show(location.href, { push: false });
  });
}

if (form && status) start();

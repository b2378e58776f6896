/* Suggestions as one types, by the combobox pattern of the ARIA Authoring Practices.
   Without this script the box is a plain field of a form. */

const PAUSE = 180;
const SHORTEST = 2;
const known = new Map();

function made(name, parent, attributes) {
  const element = document.createElement(name);
  set(element, attributes);
  parent.append(element);
  return element;
}

function set(element, attributes) {
  for (const name in attributes) element.setAttribute(name, attributes[name]);
}

function attach(box, number) {
  const id = `suggestions-${number}`;
  const { suggest, label, one, many } = box.dataset;
  const list = made("ul", box.form, { id, role: "listbox", class: "suggestions", "aria-label": label, hidden: "" });
  const told = made("p", box.form, { role: "status", class: "hidden" });
  let options = [];
  let active = -1;
  let typed = box.value;
  let timer, asking;

  function mark(place) {
    options[active]?.element.setAttribute("aria-selected", "false");
    active = place;
    const chosen = options[active];
    box.value = chosen ? chosen.words : typed;
    if (!chosen) return box.removeAttribute("aria-activedescendant");
    set(chosen.element, { "aria-selected": "true" });
    set(box, { "aria-activedescendant": chosen.element.id });
    chosen.element.scrollIntoView({ block: "nearest" });
  }

  function close() {
    clearTimeout(timer);
    asking?.abort();
    show([]);
  }

  function go(option) {
    close();
    if (option.address) return location.assign(option.address);
    box.value = option.words;
    box.form.requestSubmit();
  }

  function show(found) {
    active = -1;
    box.removeAttribute("aria-activedescendant");
    list.replaceChildren();
    options = found.map((given, place) => {
      const element = made("li", list, { id: `${id}-${place}`, role: "option", "aria-selected": "false" });
      made("span", element, { dir: "auto" }).textContent = given.words;
      made("span", element, { class: "soft" }).textContent = given.kind;
      const option = { ...given, element };
      element.onclick = () => go(option);
      return option;
    });
    list.hidden = !options.length;
    set(box, { "aria-expanded": !list.hidden });
  }

  async function ask(words) {
    asking?.abort();
    asking = new AbortController();
    const { signal } = asking;
    try {
      if (!known.has(words)) {
        const answer = await fetch(`${suggest}?${new URLSearchParams({ q: words })}`, { signal });
        if (!answer.ok) return;
        known.set(words, (await answer.json()).suggestions);
      }
    } catch {
      return; // Asked anew meanwhile, or there is no line.
    }
    if (signal.aborted || document.activeElement !== box) return;
    show(known.get(words));
    told.textContent = (options.length === 1 ? one : many).replace("0", options.length);
  }

  set(box, { role: "combobox", "aria-autocomplete": "list", "aria-controls": id, "aria-expanded": "false" });

  box.addEventListener("input", (event) => {
    typed = box.value;
    clearTimeout(timer);
    const words = typed.trim().toLowerCase();
    if (event.isComposing) return;
    if ([...words].length < SHORTEST) close();
    else timer = setTimeout(ask, PAUSE, words);
  });

  box.addEventListener("keydown", (event) => {
    if (event.isComposing || list.hidden) return;
    const last = options.length - 1;
    if (event.key === "ArrowDown") mark(active < last ? active + 1 : -1);
    else if (event.key === "ArrowUp") mark(active < 0 ? last : active - 1);
    else if (event.key === "Enter" && active >= 0) go(options[active]);
    else if (event.key === "Escape") mark(-1), close();
    else return;
    event.preventDefault();
  });

  // A finger on a suggestion must not take the focus from the box, which would close it.
  list.onpointerdown = (event) => event.preventDefault();
  box.addEventListener("blur", close);
  box.form.addEventListener("submit", close);
}

document.querySelectorAll("input[data-suggest]").forEach(attach);

// The form itself: keep it while somebody types, and offer what was kept.
"use strict";

addEventListener("DOMContentLoaded", async () => {
  const offer = document.querySelector(".kept-here[data-key]");
  const form = document.querySelector(".change-form form[method='post'][novalidate]");
  if (!offer || !form || !kept.isOn()) {
    return;
  }
  const began = JSON.stringify(kept.pairs(form));
  const place = await ownPlace({ ...offer.dataset });
  offer.dataset.name = place.name;
  let timer = 0;

  const keep = () => {
    const pairs = kept.pairs(form);
    // Nothing was typed, or it was taken back.
    if (JSON.stringify(pairs) === began && !document.querySelector(".not-saved, .errornote")) {
      return;
    }
    const marks = ["version", "opened"].map((name) => [name, form.elements[name]?.value ?? ""]);
    const version = form.elements.version?.value || place.version;
    kept.write({ ...place, version }, Date.now(), [...pairs, ...marks]).catch(() => {});
  };
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(keep, 800);
  };
  form.addEventListener("input", soon);
  form.addEventListener("change", soon);
  django.jQuery(form).on("change", soon);
  form.addEventListener("submit", () => {
    clearTimeout(timer);
    sessionStorage.setItem(kept.sent, kept.prefix + place.name);
  });

  if (document.querySelector(".not-saved, .errornote")) {
    keep();
    return;
  }
  const entry = await kept.read(place);
  if (entry) {
    propose(offer, form, entry);
  }
});

// Several new ones may be open at once: each page has a place of its own, held while it is open.
// One that nobody holds any more belonged to a page that was closed, and is offered.
async function ownPlace(place) {
  if (!place.name.endsWith("/new") || !navigator.locks) {
    return place;
  }
  const own = sessionStorage.getItem(kept.own);
  const left = kept
    .names()
    .filter((name) => name.startsWith(`${kept.prefix}${place.name}/`))
    .sort((one, other) => kept.entry(other).at - kept.entry(one).at);
  const names = left.includes(own) ? [own, ...left.filter((name) => name !== own)] : left;
  let name = `${kept.prefix}${place.name}/${crypto.randomUUID()}`;
  for (const one of names) {
    // The page before, in the same tab, may just be on its way out.
    if (await hold(one, one === own ? 1000 : 0)) {
      name = one;
      break;
    }
  }
  await hold(name);
  sessionStorage.setItem(kept.own, name);
  return { ...place, name: name.slice(kept.prefix.length) };
}

const holding = new Set();

// Hold a name as long as this page is open; tell whether no other page does.
function hold(name, patience = 0) {
  if (holding.has(name)) {
    return true;
  }
  const options = patience ? { signal: AbortSignal.timeout(patience) } : { ifAvailable: true };
  return new Promise((resolve) => {
    navigator.locks
      .request(name, options, (lock) => {
        resolve(Boolean(lock));
        if (!lock) {
          return undefined;
        }
        holding.add(name);
        return new Promise(() => {});
      })
      .catch(() => resolve(false));
  });
}

function propose(offer, form, held) {
  const differing = differences(form, held.pairs);
  const forget = () => {
    localStorage.removeItem(kept.prefix + offer.dataset.name);
    offer.hidden = true;
  };
  if (!differing.length) {
    forget();
    return;
  }
  const at = new Date(held.at);
  const when = offer.querySelector("time");
  when.dateTime = at.toISOString();
  when.textContent = at.toLocaleString(document.documentElement.lang, {
    dateStyle: "medium",
    timeStyle: "short",
  });
  offer.querySelector("[data-earlier]").hidden = held.version === offer.dataset.version;
  offer.querySelector("dl").replaceChildren(...differing.flatMap((one) => shown(one, offer.dataset.chosen)));
  offer.querySelector("[data-do='forget']").addEventListener("click", forget);
  offer.querySelector("[data-do='restore']").addEventListener("click", () => send(form, held.pairs));
  offer.hidden = false;
}

// Which controls hold something else than was typed, each with both.
function differences(form, pairs) {
  const present = grouped(kept.pairs(form));
  const typed = grouped(pairs.filter(([name]) => !kept.apart.test(name)));
  const names = [...new Set([...typed.keys(), ...present.keys()])];
  return names
    .filter((name) => !/_FORMS$|-id$|place$|shown_tags$/.test(name))
    .map((name) => ({ name, was: present.get(name) ?? "", now: typed.get(name) ?? "" }))
    .filter((one) => one.was !== one.now);
}

function grouped(pairs) {
  const held = new Map();
  for (const [name, value] of pairs) {
    const text = value.replaceAll("\r\n", "\n");
    held.set(name, held.has(name) ? `${held.get(name)}, ${text}` : text);
  }
  return held;
}

function shown({ name, was, now }, chosen) {
  const label = document.querySelector(`label[for='id_${CSS.escape(name)}'], label[for='id_${CSS.escape(name)}_0']`);
  const term = document.createElement("dt");
  const plain = name.replace(/^.*-/, "").replaceAll("_", " ");
  term.textContent = (label?.textContent ?? plain).trim().replace(/:$/, "");
  const words = document.createElement("dd");
  words.dir = "auto";
  const isChoice = document.getElementById(`id_${name}`)?.matches("select") ?? false;
  words.append(...(isChoice ? [marked("ins", chosen)] : changed(was, now)));
  return [term, words];
}

// Both, without what they begin and end with alike; choices are shown by their names elsewhere.
function changed(was, now) {
  let begin = 0;
  while (begin < Math.min(was.length, now.length) && was[begin] === now[begin]) {
    begin += 1;
  }
  let end = 0;
  const most = Math.min(was.length, now.length) - begin;
  while (end < most && was.at(-1 - end) === now.at(-1 - end)) {
    end += 1;
  }
  const before = was.slice(Math.max(0, begin - 60), begin);
  const after = was.slice(was.length - end, was.length - end + 60);
  return [
    before.length < begin ? `… ${before}` : before,
    marked("del", was.slice(begin, was.length - end)),
    marked("ins", now.slice(begin, now.length - end)),
    after.length < end ? `${after} …` : after,
  ].filter(Boolean);
}

function marked(tag, words) {
  if (!words) {
    return "";
  }
  const element = document.createElement(tag);
  element.textContent = words.length > 400 ? `${words.slice(0, 400)} …` : words;
  return element;
}

// The desk shows what was typed in its form, and saves nothing.
function send(form, pairs) {
  const sent = document.createElement("form");
  sent.method = "post";
  sent.action = location.pathname + location.search;
  const token = form.elements.csrfmiddlewaretoken.value;
  for (const [name, value] of [...pairs, ["csrfmiddlewaretoken", token], ["_look", "1"]]) {
    const control = document.createElement("textarea");
    control.name = name;
    control.value = value;
    sent.append(control);
  }
  sent.hidden = true;
  document.body.append(sent);
  sent.submit();
}

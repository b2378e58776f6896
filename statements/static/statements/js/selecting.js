/* A small bar for the words one selects: their link, and them with their citation. It stands in
   the document right behind them, so that the next Tab leads to it. */

import { copy, permanent } from "./reading.js";

const PAUSE = 250;
// From so many characters on a link names only where the words begin and where they end.
const LONG = 120;
const WORDS = 5;
const SIGNS = 12;
// What stands between the words and is none of them.
const APART = ".badge, .sic, .hidden";

const bar = document.querySelector("[data-selected]");
const reading = document.querySelector(".reading, .exact");
let chosen = null;

/* The range as runs of words that nothing parts: no number, no end of a paragraph. */
function runs(range) {
  const walker = document.createTreeWalker(range.commonAncestorContainer, NodeFilter.SHOW_TEXT);
  const found = [];
  let before = null;
  if (walker.root.nodeType === Node.TEXT_NODE) return [cut(walker.root, range)].filter((run) => run.trim());
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (!range.intersectsNode(node)) continue;
    const words = node.parentElement.closest(".words, blockquote");
    if (!words || node.parentElement.closest(APART)) {
      before = null;
      continue;
    }
    if (before === words) found[found.length - 1] += cut(node, range);
    else found.push(cut(node, range));
    before = words;
  }
  return found.map((run) => run.replace(/\s+/gu, " ")).filter((run) => run.trim());
}

/* What of a node is in the range; whole words where the range ends in it. */
function cut(node, range) {
  const text = node.data;
  let start = node === range.startContainer ? range.startOffset : 0;
  let end = node === range.endContainer ? range.endOffset : text.length;
  const inWord = (at) => /[\p{L}\p{N}\p{M}]/u.test(text[at] ?? "") && !/\p{Script=Han}/u.test(text[at] ?? "");
  while (start > 0 && inWord(start) && inWord(start - 1)) start -= 1;
  while (end < text.length && end > start && inWord(end) && inWord(end - 1)) end += 1;
  return text.slice(start, end);
}

/* https://wicg.github.io/scroll-to-text-fragment/: dashes and commas have a meaning there. */
const encoded = (words) => encodeURIComponent(words.trim()).replaceAll("-", "%2D");

function first(run) {
  const words = run.trim().split(" ");
  return words.length > WORDS ? words.slice(0, WORDS).join(" ") : words.length > 1 ? run : run.trim().slice(0, SIGNS);
}

function last(run) {
  const words = run.trim().split(" ");
  return words.length > WORDS ? words.slice(-WORDS).join(" ") : words.length > 1 ? run : run.trim().slice(-SIGNS);
}

function fragment(found) {
  if (found.length === 1 && found[0].length <= LONG) return encoded(found[0]);
  return `${encoded(first(found[0]))},${encoded(last(found.at(-1)))}`;
}

function read() {
  const selection = getSelection();
  if (selection.isCollapsed || !selection.rangeCount || !reading) return null;
  const range = selection.getRangeAt(0);
  if (!reading.contains(range.commonAncestorContainer)) return null;
  const found = runs(range);
  if (!found.length) return null;
  const begin = range.startContainer.parentElement.closest(".words");
  // Three clicks on a paragraph select up to the beginning of what follows it.
  const within = range.endOffset ? range.endContainer.parentElement?.closest(".words") : null;
  const end = within ?? begin ?? reading;
  const place = begin?.id ? `#${begin.id}` : "#";
  return { found, end, link: `${permanent()}${place}:~:text=${fragment(found)}`, place, range };
}

function show() {
  // Whoever is at the bar has chosen.
  if (bar.contains(document.activeElement)) return;
  const now = read();
  if (!now) {
    bar.hidden = true;
    return;
  }
  chosen = now;
  // Once it stands within the range, it would be measured as part of it.
  bar.hidden = true;
  const words = chosen.range.getBoundingClientRect();
  if (chosen.end.nextElementSibling !== bar) chosen.end.after(bar);
  bar.classList.remove("above");
  bar.hidden = false;
  bar.classList.toggle("above", words.bottom > bar.getBoundingClientRect().top && words.top > 100);
}

function quotation() {
  const cited = document.querySelector("[data-citation]")?.textContent ?? permanent();
  const place = chosen.place.length > 1 ? permanent() + chosen.place : permanent();
  return `“${chosen.found.map((run) => run.trim()).join(" ")}”\n${cited.replace(/https?:\/\/\S+?(?=[\s.]*$|\s)/u, place)}`;
}

if (bar && navigator.clipboard) {
  let timer;
  document.addEventListener("selectionchange", () => {
    clearTimeout(timer);
    timer = setTimeout(show, PAUSE);
  });
  // A press on the bar must not take the selection away.
  bar.addEventListener("pointerdown", (event) => event.preventDefault());
  bar.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    bar.hidden = true;
    getSelection().removeAllRanges();
  });
  bar.addEventListener("click", (event) => {
    const what = event.target.closest("[data-take]")?.dataset.take;
    if (what) copy(what === "link" ? chosen.link : quotation(), what);
  });
}

// A text in which words are selected but not changed, and which characters of it they are.
"use strict";

// Return the characters of a range within a drawn text, as code points of the text it was drawn
// from: each run says where it begins. Null where none of them are in the range.
function spanOf(pane, range) {
  let start = null;
  let end = null;
  for (const run of pane.querySelectorAll("[data-at]")) {
    const words = run.firstChild;
    const part = document.createRange();
    part.selectNodeContents(words);
    if (!range.intersectsNode(words)) {
      continue;
    }
    if (range.compareBoundaryPoints(Range.START_TO_START, part) > 0) {
      part.setStart(range.startContainer, range.startOffset);
    }
    if (range.compareBoundaryPoints(Range.END_TO_END, part) < 0) {
      part.setEnd(range.endContainer, range.endOffset);
    }
    if (part.toString() === "") {
      continue;
    }
    const from = part.startContainer === words ? part.startOffset : 0;
    const to = part.endContainer === words ? part.endOffset : words.length;
    const at = Number(run.dataset.at);
    start ??= at + points(words.data.slice(0, from));
    end = at + points(words.data.slice(0, to));
  }
  return start === null ? null : { start, end };
}

// JavaScript counts in UTF-16, the site in code points.
function points(words) {
  return Array.from(words).length;
}

// Return the words of a span without the white space at their ends, with what stands around them.
function quote(text, { start, end }) {
  while (start < end && /\s/u.test(text[start])) {
    start += 1;
  }
  while (start < end && /\s/u.test(text[end - 1])) {
    end -= 1;
  }
  const words = (from, to) => text.slice(Math.max(0, from), to).join("");
  return {
    start,
    end,
    exact: words(start, end),
    prefix: words(start - 32, start),
    suffix: words(end, end + 32),
  };
}

// Let the keyboard select in a drawn text as in a text field, and refuse every change to it. That
// gives a caret, all the keys of the system, and a text that screen readers read by its caret.
function makeSelectable(pane) {
  const drawn = pane.cloneNode(true);
  pane.contentEditable = "true";
  pane.spellcheck = false;
  pane.inputMode = "none";
  pane.setAttribute("role", "textbox");
  pane.setAttribute("aria-multiline", "true");
  pane.setAttribute("aria-readonly", "true");
  for (const change of ["beforeinput", "drop", "dragstart", "paste", "cut"]) {
    pane.addEventListener(change, (event) => event.preventDefault());
  }
  // What an input method composes cannot be refused, so it is taken back; it is no edit of the form.
  pane.addEventListener("input", (event) => {
    event.stopPropagation();
    pane.replaceChildren(...drawn.cloneNode(true).childNodes);
  });
}

// Make selected words of the text into a row, and go from a mark to its row and back.
"use strict";

// A second press within this time selects a word, and is no visit to a row.
const DOUBLE_CLICK = 350;

class Marking {
  constructor(pane, bar) {
    this.pane = pane;
    this.bar = bar;
    this.said = bar.querySelector(".said");
    this.text = Array.from(JSON.parse(document.getElementById("text-saved").textContent));
    this.selected = null;
    this.made = new Map();
    // The row of a recommendation that the person is at, or was last.
    this.row = null;
    this.buttons = Array.from(bar.querySelectorAll("button"));
  }

  start() {
    makeSelectable(this.pane);
    this.bar.hidden = false;
    document.addEventListener("selectionchange", () => this.remember());
    this.pane.addEventListener("keydown", (event) => this.press(event));
    document.getElementById("recommendations-group")?.addEventListener("focusin", (event) => {
      this.row = event.target.closest(".inline-related") ?? this.row;
    });
    this.buttons.forEach((button) => {
      // The selection stays where it is while a button is pressed.
      button.addEventListener("mousedown", (event) => event.preventDefault());
      button.addEventListener("click", () => this.mark(button));
    });
  }

  remember() {
    const selection = getSelection();
    const range = selection.rangeCount ? selection.getRangeAt(0) : null;
    if (range && this.pane.contains(range.startContainer) && this.pane.contains(range.endContainer)) {
      this.selected = range.collapsed ? null : range.cloneRange();
    }
  }

  press(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    // Where the keyboard has other letters, the key counts by its place.
    const key = /^[a-z]$/i.test(event.key) ? event.key.toUpperCase() : event.code.replace("Key", "");
    const button = this.buttons.find((one) => one.ariaKeyShortcuts === key);
    if (button) {
      event.preventDefault();
      this.mark(button);
    }
  }

  mark(button) {
    // The event that tells of a selection comes later than a key pressed right after it.
    this.remember();
    const span = this.selected && spanOf(this.pane, this.selected);
    const words = span && quote(this.text, span);
    if (!words?.exact) {
      this.say(this.said.dataset.first);
      return;
    }
    if (button.className === "lead-in") {
      this.lead(button, words);
      return;
    }
    const known = this.known(button, words);
    if (known) {
      this.say(`${this.said.dataset.known} ${shortened(words.exact)}`);
      openRow(known);
      return;
    }
    const row = freeRow(button.dataset.rows);
    if (!row) {
      this.say(this.said.dataset.none);
      return;
    }
    fillRow(row, words);
    this.made.set(`${button.dataset.rows} ${words.start} ${words.end}`, row);
    this.tell(button, words, this.said.dataset.made);
  }

  // Words that stand before a list belong to a recommendation: the one that the person is at.
  async lead(button, words) {
    if (!this.row?.isConnected) {
      this.say(this.said.dataset.row);
      return;
    }
    const range = this.selected;
    await fill(this.row.querySelector("details"));
    if (fillRow(this.row, words, "lead_in_")) {
      this.tell(button, words, this.said.dataset.filled, range);
    }
  }

  tell(button, words, done, range = this.selected) {
    this.show(button.className, range);
    this.say(`${done} ${button.textContent}: ${shortened(words.exact)}`);
  }

  // Return the row of the same kind that has these very words, saved or new.
  known(button, { start, end }) {
    const made = this.made.get(`${button.dataset.rows} ${start} ${end}`);
    if (made?.isConnected && made.querySelector("textarea[name$='-words']").value) {
      return made.querySelector("details");
    }
    const runs = Array.from(this.pane.querySelectorAll(`mark.${button.className}[data-at]`));
    const first = runs.find((run) => Number(run.dataset.at) === start);
    const same = first?.dataset.rows.split(" ").find((row) => {
      const own = runs.filter((run) => run.dataset.rows.split(" ").includes(row));
      const last = own.at(-1);
      return own[0] === first && Number(last.dataset.at) + points(last.textContent) === end;
    });
    return same ? rowOf(same) : null;
  }

  // Until it is saved, a mark is drawn without touching the text.
  show(kind, range) {
    if (!CSS.highlights) {
      return;
    }
    const name = `new-${kind}`;
    const held = CSS.highlights.get(name) ?? new Highlight();
    CSS.highlights.set(name, held.add(range.cloneRange()));
  }

  say(words) {
    this.said.textContent = words;
  }
}

function shortened(words) {
  const all = Array.from(words.replace(/\s+/gu, " "));
  return `“${all.length > 80 ? `${all.slice(0, 79).join("")}…` : all.join("")}”`;
}

// Return an empty row of a group: the spare one, or one more.
function freeRow(prefix) {
  const group = document.getElementById(`${prefix}-group`);
  const free = () =>
    Array.from(group.querySelectorAll(".inline-related:not(.has_original, .empty-form)")).find(
      (row) => row.querySelector("textarea[name$='-words']")?.value === "",
    );
  return free() ?? (group.querySelector(".add-row a")?.click(), free());
}

// Give a row its words and their place, and go on in the field behind them; tell if it has them.
function fillRow(row, { exact, start, prefix, suffix }, kind = "") {
  const words = row.querySelector(`textarea[name$="-${kind}words"]`);
  const place = row.querySelector(`input[name$="-${kind}place"]`);
  if (!words) {
    return false;
  }
  words.value = exact;
  if (place) {
    place.value = JSON.stringify({ start, prefix, suffix });
  }
  words.dispatchEvent(new Event("input", { bubbles: true }));
  row.querySelector("details").open = true;
  const fields = Array.from(row.querySelectorAll("textarea, select, input:not([type='hidden'])"));
  (fields[fields.indexOf(words) + 1] ?? words).focus();
  return true;
}

function rowOf(id) {
  return document.getElementById(id)?.parentElement.querySelector(":scope > details");
}

// Show the words of a row in the text, and let the person go on there.
function showInText(pane, id) {
  const begun = document.getElementById(id);
  if (begun) {
    pane.focus({ preventScroll: true });
    getSelection().collapse(begun.nextElementSibling.firstChild, 0);
    begun.scrollIntoView({ block: "center" });
  }
}

// Go from a mark to its row: at once from its sign, and from its words once it is no double click.
function visitRows(pane) {
  let waiting = 0;
  pane.addEventListener("click", (event) => {
    clearTimeout(waiting);
    const sign = event.target.closest("a.sign");
    const mark = event.target.closest("mark[data-rows]");
    if (sign) {
      event.preventDefault();
      openRow(rowOf(sign.hash.slice(1)));
    } else if (mark && event.detail === 1 && getSelection().isCollapsed) {
      waiting = setTimeout(() => openRow(rowOf(mark.dataset.rows.split(" ")[0])), DOUBLE_CLICK);
    }
  });
  pane.addEventListener("keydown", (event) => {
    const at = getSelection().focusNode?.parentElement?.closest("mark[data-rows]");
    if (event.key === "Enter" && at) {
      event.preventDefault();
      openRow(rowOf(at.dataset.rows.split(" ")[0]));
    }
    clearTimeout(waiting);
  });
}

function tellOfEdits(note) {
  const field = document.getElementById("id_text");
  const saved = JSON.parse(document.getElementById("text-saved").textContent);
  const tell = () => {
    note.hidden = field.value === saved;
    note.textContent = note.hidden ? "" : note.dataset.said;
  };
  field.addEventListener("input", tell);
  tell();
}

addEventListener("DOMContentLoaded", () => {
  const pane = document.getElementById("text-pane");
  const bar = document.querySelector(".marking");
  if (!pane) {
    return;
  }
  visitRows(pane);
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a.in-text");
    if (link) {
      event.preventDefault();
      showInText(pane, link.hash.slice(1));
    }
  });
  if (bar) {
    new Marking(pane, bar).start();
    tellOfEdits(document.querySelector(".stale"));
  }
});

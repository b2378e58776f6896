// Keep in this browser what was typed and not saved, encrypted, and offer it when the form is opened.
"use strict";

const kept = {
  prefix: "on-record/",
  off: "on-record-keeps-nothing",
  sent: "on-record-sent",
  own: "on-record-own",
  week: 7 * 24 * 60 * 60 * 1000,
  // Of the form itself, or never to lie anywhere.
  apart: /^(csrfmiddlewaretoken|opened|version|take_over|_.*|keep-.*|.*(password|reason).*|withheld-\d+-words)$/,

  isOn() {
    try {
      return Boolean(crypto.subtle) && !localStorage.getItem(kept.off);
    } catch {
      return false;
    }
  },

  names() {
    return Object.keys(localStorage).filter((name) => name.startsWith(kept.prefix));
  },

  forgetAll() {
    kept.names().forEach((name) => localStorage.removeItem(name));
  },

  forgetOld() {
    for (const name of kept.names()) {
      const entry = kept.entry(name);
      if (!entry || Date.now() - entry.at > kept.week) {
        localStorage.removeItem(name);
      }
    }
  },

  entry(name) {
    try {
      return JSON.parse(localStorage.getItem(name));
    } catch {
      return null;
    }
  },

  key(text) {
    const bytes = Uint8Array.from(atob(text), (one) => one.charCodeAt(0));
    return crypto.subtle.importKey("raw", bytes, "AES-GCM", false, ["encrypt", "decrypt"]);
  },

  async write(place, at, pairs) {
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const plain = new TextEncoder().encode(JSON.stringify(pairs));
    const sealed = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, await kept.key(place.key), plain);
    const entry = { at, version: place.version, iv: kept.text(iv), sealed: kept.text(sealed) };
    localStorage.setItem(kept.prefix + place.name, JSON.stringify(entry));
  },

  async read(place) {
    const entry = kept.entry(kept.prefix + place.name);
    if (!entry) {
      return null;
    }
    try {
      const key = await kept.key(place.key);
      const iv = kept.bytes(entry.iv);
      const plain = await crypto.subtle.decrypt({ name: "AES-GCM", iv }, key, kept.bytes(entry.sealed));
      return { ...entry, pairs: JSON.parse(new TextDecoder().decode(plain)) };
    } catch {
      // Another password since: nobody can read it any more.
      localStorage.removeItem(kept.prefix + place.name);
      return null;
    }
  },

  text(bytes) {
    return btoa(Array.from(new Uint8Array(bytes), (one) => String.fromCharCode(one)).join(""));
  },

  bytes(text) {
    return Uint8Array.from(atob(text), (one) => one.charCodeAt(0));
  },

  // What a browser would send of a form, as pairs; nothing that must not lie in a browser.
  pairs(form) {
    const guarded = [...form.querySelectorAll("[type='password'], [type='file'], [data-never-kept] *")];
    const never = new Set(guarded.map((control) => control.name).filter(Boolean));
    return [...new FormData(form)].filter(
      ([name, value]) => typeof value === "string" && !never.has(name) && !kept.apart.test(name),
    );
  },
};

// A save that went well was answered with a redirect to a page without complaints.
function forgetWhatWasSaved() {
  const sent = sessionStorage.getItem(kept.sent);
  sessionStorage.removeItem(kept.sent);
  const [visit] = performance.getEntriesByType("navigation");
  const waits = document.querySelector(".errornote, .not-saved, #log-in-again, #login-form");
  if (sent && visit.redirectCount && !waits) {
    localStorage.removeItem(sent);
  } else if (sent) {
    // Logged out meanwhile: it is saved once they are logged in.
    const again = document.querySelector("#log-in-again");
    again?.addEventListener("submit", () => sessionStorage.setItem(kept.sent, sent));
  }
}

addEventListener("DOMContentLoaded", () => {
  try {
    forgetWhatWasSaved();
    kept.forgetOld();
  } catch {
    return;
  }
  document.querySelector("#logout-form")?.addEventListener("submit", () => kept.forgetAll());
  offerToTurnOff();
});

// On the page of one's log-in: whether this browser keeps anything.
function offerToTurnOff() {
  const section = document.querySelector("[data-keeping]");
  if (!section || !crypto.subtle) {
    return;
  }
  const show = () => {
    const isOff = Boolean(localStorage.getItem(kept.off));
    for (const one of section.querySelectorAll("[data-when]")) {
      one.hidden = (one.dataset.when === "off") !== isOff;
    }
  };
  section.addEventListener("click", (event) => {
    const turn = event.target.dataset.turn;
    if (turn === "off") {
      kept.forgetAll();
      localStorage.setItem(kept.off, "1");
    } else if (turn === "on") {
      localStorage.removeItem(kept.off);
    }
    show();
  });
  section.hidden = false;
  show();
}

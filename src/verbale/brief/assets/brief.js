"use strict";
// A record and its words light each other. Without this script everything can still be read, and citations lead to their lines.
(() => {
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const cards = Array.from(document.querySelectorAll("[data-record]"));
  const spans = Array.from(document.querySelectorAll("[data-records]"));
  const keysOf = (span) => span.dataset.records.split(" ");
  let chosen = null;

  const reveal = (element, block, behavior = calm ? "auto" : "smooth") => {
    const folded = element.closest("details");
    if (folded) folded.open = true;
    element.scrollIntoView({ block, behavior });
  };
  const seen = (element) => {
    const box = element.getBoundingClientRect();
    return box.top > 60 && box.bottom < innerHeight;
  };

  const clear = () => {
    document.querySelectorAll(".lit, .chosen").forEach((element) => element.classList.remove("lit", "chosen"));
    chosen = null;
  };
  const choose = (key) => {
    clear();
    chosen = key;
    const card = document.getElementById(key);
    card.classList.add("chosen");
    const words = spans.filter((span) => keysOf(span).includes(key));
    words.forEach((span) => span.classList.add("lit"));
    return { card, words };
  };
  const fromCard = (key, behavior) => {
    const { words } = choose(key);
    if (words.length && !words.every(seen)) reveal(words[0], "center", behavior);
  };
  const fromWords = (span) => {
    const keys = keysOf(span);
    const { card } = choose(keys[(keys.indexOf(chosen) + 1) % keys.length]); // clicking again goes on to the next record here
    if (!card.checkVisibility()) alone(card.closest(".page"), null);
    reveal(card, "nearest");
  };

  cards.forEach((card) => card.addEventListener("click", (event) => {
    if (!event.target.closest("a") && !String(getSelection())) fromCard(card.dataset.record);
  }));
  cards.forEach((card) => card.addEventListener("focus", () => {
    if (card.matches(":focus-visible")) fromCard(card.dataset.record);
  }));

  // The coloured words are one stop of the tab key; the arrow keys go from one to the next.
  const byPage = new Map();
  spans.forEach((span) => {
    const page = span.closest(".page");
    if (!byPage.has(page)) byPage.set(page, []);
    byPage.get(page).push(span);
    span.tabIndex = byPage.get(page).length === 1 ? 0 : -1;
    span.setAttribute("role", "button");
    span.addEventListener("click", () => { if (!String(getSelection())) fromWords(span); });
    span.addEventListener("keydown", (event) => {
      const row = byPage.get(page);
      const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
      if (event.key === "Enter" || event.key === " ") fromWords(span);
      else if (step) row[(row.indexOf(span) + step + row.length) % row.length].focus();
      else return;
      event.preventDefault();
    });
  });

  // One party alone: its records, and the words that name it.
  const alone = (page, party) => {
    const theirs = (element) => party !== null && element.dataset.parties.split(" ").includes(party);
    page.classList.toggle("only", party !== null);
    page.querySelectorAll("[data-parties]").forEach((element) => element.classList.toggle("theirs", theirs(element)));
    page.querySelectorAll("[data-party]").forEach((button) => button.setAttribute("aria-pressed", String(button.dataset.party === party)));
  };
  document.querySelectorAll(".parties").forEach((row) => {
    row.hidden = false;
    row.addEventListener("click", (event) => {
      const button = event.target.closest("button");
      if (button) alone(row.closest(".page"), button.getAttribute("aria-pressed") === "true" ? null : button.dataset.party);
    });
  });

  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input")) return;
    if (event.key === "Escape") {
      clear();
      document.querySelectorAll(".page.only").forEach((page) => alone(page, null));
    }
    const step = { j: 1, k: -1 }[event.key];
    const shown = cards.filter((card) => card.checkVisibility());
    if (!step || !shown.length) return;
    const now = shown.findIndex((card) => card.dataset.record === chosen);
    const next = shown[now < 0 ? (step > 0 ? 0 : shown.length - 1) : (now + step + shown.length) % shown.length];
    next.focus({ preventScroll: true });
    reveal(next, "nearest");
    fromCard(next.dataset.record);
  });

  const fromAddress = () => {
    const named = document.getElementById(location.hash.slice(1));
    if (named && named.dataset.record) fromCard(named.dataset.record, "instant");
  };
  addEventListener("load", () => setTimeout(fromAddress)); // after the browser has gone there itself
  addEventListener("hashchange", fromAddress);
})();

"use strict";
// A record and its words light each other: for the brief, which holds this script, and for the reading room, which serves it.
const marks = (() => {
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const cards = Array.from(document.querySelectorAll("[data-record]"));
  const spans = Array.from(document.querySelectorAll("[data-records]"));
  const keysOf = (span) => span.dataset.records.split(" ");
  let chosen = null;

  const seen = (element) => {
    const box = element.getBoundingClientRect();
    return box.top > 60 && box.bottom < innerHeight;
  };
  const reveal = (element, block, behavior = calm ? "auto" : "smooth") => {
    const folded = element.closest("details");
    if (folded) folded.open = true;
    element.scrollIntoView({ block, behavior });
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
    card.dispatchEvent(new Event("verbale:wanted")); // whoever hides cards shows this one
    reveal(card, "nearest");
  };

  cards.forEach((card) => card.addEventListener("click", (event) => {
    if (!event.target.closest("a, button, form") && !String(getSelection())) fromCard(card.dataset.record);
  }));

  // The coloured words of a page are one stop of the tab key; the arrow keys go from one to the next.
  const byPage = new Map();
  spans.forEach((span) => {
    const page = span.closest(".page");
    if (!byPage.has(page)) byPage.set(page, []);
    const row = byPage.get(page);
    row.push(span);
    span.tabIndex = row.length === 1 ? 0 : -1;
    span.setAttribute("role", "button");
    span.addEventListener("click", () => { if (!String(getSelection())) fromWords(span); });
    span.addEventListener("keydown", (event) => {
      const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
      if (event.key === "Enter" || event.key === " ") fromWords(span);
      else if (step) row[(row.indexOf(span) + step + row.length) % row.length].focus();
      else return;
      event.preventDefault();
    });
  });

  return { cards, chosen: () => chosen, clear, fromCard, reveal };
})();

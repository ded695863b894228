"use strict";
// A record and its words light each other; selected words get an address. Without this script everything can still be read.
(() => {
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const cards = Array.from(document.querySelectorAll("[data-record]"));
  const spans = Array.from(document.querySelectorAll("[data-records]"));
  const keysOf = (span) => span.dataset.records.split(" ");
  let chosen = null;

  const seen = (element) => {
    const box = element.getBoundingClientRect();
    return box.top > 0 && box.bottom < innerHeight;
  };
  const reveal = (element, block, behavior) => element.scrollIntoView({ block, behavior: behavior || (calm ? "auto" : "smooth") });
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
    reveal(card, "nearest");
  };

  cards.forEach((card) => {
    card.addEventListener("click", (event) => {
      if (!event.target.closest("a, button, form") && !String(getSelection())) fromCard(card.dataset.record);
    });
    card.addEventListener("verbale:step", () => fromCard(card.dataset.record));
  });

  // The coloured words are one stop of the tab key; the arrow keys go from one to the next.
  spans.forEach((span, place) => {
    span.tabIndex = place ? -1 : 0;
    span.setAttribute("role", "button");
    span.addEventListener("click", () => { if (!String(getSelection())) fromWords(span); });
    span.addEventListener("keydown", (event) => {
      const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
      if (event.key === "Enter" || event.key === " ") fromWords(span);
      else if (step) spans[(spans.indexOf(span) + step + spans.length) % spans.length].focus();
      else return;
      event.preventDefault();
    });
  });

  addEventListener("keydown", (event) => {
    if (event.key === "Escape") clear();
    if (event.key === "Enter" && event.target.matches(".card")) fromCard(event.target.dataset.record);
  });

  // Selected words get an address.
  const picked = document.getElementById("picked");
  document.addEventListener("selectionchange", () => {
    const at = window.verbale.selection();
    picked.hidden = !at;
    if (!at) return;
    picked.querySelector("a").href = `${location.pathname}?at=${at}#at`;
    picked.querySelector("code").textContent = at;
  });

  const begin = () => {
    const asked = document.querySelector("[data-asked]");
    const cited = document.querySelector(".cited");
    if (asked) {
      fromCard(asked.dataset.record, "instant");
      asked.parentElement.closest(".records").scrollTop = asked.offsetTop - 60;
    }
    if (cited) reveal(cited, "center", "instant");
  };
  addEventListener("load", () => setTimeout(begin));
})();

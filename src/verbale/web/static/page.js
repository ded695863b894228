"use strict";
// What a page of the reading room adds to marks.js: keys, and an address for selected words. Without scripts everything can still be read.
(() => {
  const { cards, clear, fromCard, reveal } = marks;
  cards.forEach((card) => card.addEventListener("verbale:step", () => fromCard(card.dataset.record)));

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

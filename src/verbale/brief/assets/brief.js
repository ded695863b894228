// What the brief adds to marks.js: one party alone, keys, addresses. Without scripts everything can still be read, and citations lead to their lines.
(() => {
  const { cards, chosen, clear, fromCard, reveal } = marks;

  // One party alone: its records, and the words that name it.
  const alone = (page, party) => {
    const theirs = (element) => party !== null && element.dataset.parties.split(" ").includes(party);
    page.classList.toggle("only", party !== null);
    page.querySelectorAll("[data-parties]").forEach((element) => element.classList.toggle("theirs", theirs(element)));
    page.querySelectorAll("[data-party]").forEach((button) => button.setAttribute("aria-pressed", String(button.dataset.party === party)));
  };
  cards.forEach((card) => card.addEventListener("verbale:wanted", () => { if (!card.checkVisibility()) alone(card.closest(".page"), null); }));
  cards.forEach((card) => card.addEventListener("focus", () => {
    if (card.matches(":focus-visible")) fromCard(card.dataset.record);
  }));
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
    const now = shown.findIndex((card) => card.dataset.record === chosen());
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

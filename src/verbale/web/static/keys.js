"use strict";
// Keys that work everywhere: ? shows them, / searches, g goes, j and k step through what is listed.
(() => {
  const PLACES = { h: "/", n: "/talks", t: "/timeline", p: "/parties", s: "/search", a: "/add", q: "/queue" };
  let going = 0;
  const typing = (target) => target.closest("input, textarea, select, [contenteditable]");
  const steps = () => Array.from(document.querySelectorAll("[data-step]")).filter((one) => one.checkVisibility());
  const clear = () => document.querySelectorAll("[data-step].now").forEach((one) => one.classList.remove("now"));

  const step = (by) => {
    const all = steps();
    if (!all.length) return;
    const at = all.findIndex((one) => one.classList.contains("now"));
    const next = all[at < 0 ? (by > 0 ? 0 : all.length - 1) : (at + by + all.length) % all.length];
    clear();
    next.classList.add("now");
    const link = next.matches("[tabindex]") ? next : next.querySelector("a");
    if (link) link.focus({ preventScroll: true });
    next.scrollIntoView({ block: "nearest" });
    next.dispatchEvent(new CustomEvent("verbale:step", { bubbles: true }));
  };

  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    const dialog = document.getElementById("keys");
    if (event.key === "Escape" && typing(event.target)) return event.target.blur();
    if (typing(event.target) || (dialog.open && event.key !== "?")) return undefined;
    if (going && Date.now() - going < 1500 && PLACES[event.key]) {
      location.href = PLACES[event.key];
      return event.preventDefault();
    }
    going = event.key === "g" ? Date.now() : 0;
    if (event.key === "?") dialog.open ? dialog.close() : dialog.showModal();
    else if (event.key === "/") document.getElementById("find").focus();
    else if (event.key === "j") step(1);
    else if (event.key === "k") step(-1);
    else if (event.key === "Escape") clear();
    else return undefined;
    return event.preventDefault();
  });
})();

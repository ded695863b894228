"use strict";
// Judging by keys: a accept, x reject, e edit, m merge, u undo, space the next. Selected words go into the field that was in use.
(() => {
  const at = (id) => document.getElementById(id);
  const open = (id) => {
    const part = at(id);
    if (!part) return;
    part.open = true;
    part.querySelector('input:not([type="hidden"])').focus();
  };
  const KEYS = {
    a: () => at("accept").click(),
    x: () => at("reject").click(),
    e: () => open("editing"),
    m: () => open("merging"),
    u: () => at("undo").requestSubmit(),
    " ": () => at("skip").requestSubmit(),
  };
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (event.target.closest("input, textarea, select, button, summary, a") && (event.key === " " || event.target.matches("input"))) return;
    if (document.getElementById("keys").open || !KEYS[event.key]) return;
    event.preventDefault();
    KEYS[event.key]();
  });
  document.querySelectorAll('[name="join"]').forEach((button) => button.addEventListener("click", () => {
    at("other").value = button.value;
    at("other").focus();
  }));
  let field = null;
  document.querySelectorAll("[data-span]").forEach((input) => input.addEventListener("focus", () => { field = input; }));
  document.addEventListener("mouseup", () => {
    const range = window.verbale.selection();
    if (range && field && at("editing").open) field.value = range;
  });
})();

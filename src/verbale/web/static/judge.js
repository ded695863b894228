"use strict";
// Correcting by keys: each key presses what bears it (data-key) in the queue, or in the record that was stepped to. Every button works
// without this script too.
(() => {
  const announce = document.getElementById("announce") || document.body.appendChild(Object.assign(document.createElement("p"), { className: "hidden" }));
  announce.setAttribute("role", "status");
  const typing = (target) => target.closest("input, textarea, select, [contenteditable]");
  const scope = () => document.getElementById("desk") || document.querySelector(".card.chosen, [data-step].now");
  const named = (event) => (event.key === " " ? "space" : event.key);

  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || (event.defaultPrevented && event.key !== "Escape")) return;
    if (event.key === "Enter" && event.target.matches("#judge [name=reason]")) {
      event.preventDefault();
      return event.target.blur();
    }
    if (typing(event.target) || document.getElementById("keys").open) return undefined;
    if (event.key === " " && event.target.closest("button, a, summary, [role=button]")) return undefined;
    const pressed = scope()?.querySelector(`[data-key="${CSS.escape(named(event))}"]`);
    if (!pressed) return undefined;
    event.preventDefault();
    return pressed.click();
  });

  // After each step the new item is told, and has the focus.
  const begin = () => {
    const desk = document.getElementById("desk");
    if (!desk) return;
    const first = desk.querySelector("[data-focus]");
    if (first) first.focus({ preventScroll: true });
    if (first && innerWidth <= 900) (desk.querySelector(":scope > .problem, :scope > .done") || desk.querySelector(".bench"))?.scrollIntoView();
    const here = desk.querySelector("#passage .here");
    if (here) passage().scrollTop = here.offsetTop - passage().offsetTop - 80;
    announce.textContent = desk.dataset.said;
    desk.querySelectorAll("[data-span]").forEach(tell);
  };
  addEventListener("load", begin);

  // Beside a record of a page or an event only its own controls are new.
  let card = null;
  document.addEventListener("submit", (event) => { card = event.target.closest(".judging-card")?.id || null; });
  const goOn = () => {
    const fresh = card && document.getElementById(card);
    if (!fresh) return;
    announce.textContent = (fresh.querySelector(".problem") || fresh.querySelector(".verdict"))?.textContent || "";
    fresh.querySelector("button, a")?.focus();
    card = null;
  };
  document.addEventListener("htmx:after:swap", () => (document.getElementById("desk") ? begin() : goOn()));

  // Words of the page as offsets: code points, half open.
  const passage = () => document.getElementById("passage");
  const lines = () => Array.from(passage().querySelectorAll(".words"), (line) => ({ line, start: Number(line.dataset.start) }));
  const read = (span) => {
    const told = /^\s*(\d+)-(\d+)\s*$/.exec(span.querySelector("input").value);
    return told && Number(told[1]) < Number(told[2]) ? [Number(told[1]), Number(told[2])] : null;
  };
  const words = (start, stop) => lines().map(({ line, start: from }) => {
    const signs = Array.from(line.textContent);
    return signs.slice(Math.max(0, start - from), Math.max(0, stop - from)).join("");
  }).filter(Boolean).join(" … ");
  const point = (place) => {
    const found = lines().filter(({ start }) => start <= place).pop();
    if (!found) return null;
    let left = place - found.start;
    const walker = document.createTreeWalker(found.line, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const signs = Array.from(node.data);
      if (left <= signs.length) return [node, signs.slice(0, left).join("").length];
      left -= signs.length;
    }
    return null;
  };
  const light = (range) => {
    if (!CSS.highlights) return;
    const [from, to] = range ? range.map(point) : [];
    const drawn = from && to ? new Range() : null;
    if (drawn) { drawn.setStart(...from); drawn.setEnd(...to); }
    drawn ? CSS.highlights.set("judged", new Highlight(drawn)) : CSS.highlights.delete("judged");
  };
  const tell = (span) => {
    const range = read(span);
    span.querySelector("output").textContent = range ? words(...range) : "";
    if (span === active) light(range);
  };
  const write = (span, start, stop) => {
    span.querySelector("input").value = `${start}-${stop}`;
    tell(span);
  };

  let active = null;
  document.addEventListener("focusin", (event) => {
    const span = event.target.closest("[data-span]");
    if (span) {
      document.querySelectorAll("[data-span].active").forEach((one) => one.classList.remove("active"));
      active = span;
      span.classList.add("active");
      light(read(span));
    } else if (event.target.closest(".editing")) {
      active = null;
      light(null);
    }
  });
  document.addEventListener("input", (event) => {
    const span = event.target.closest("[data-span]");
    if (span) tell(span);
  });
  document.addEventListener("selectionchange", () => {
    if (!active?.isConnected || !passage()?.contains(getSelection().anchorNode)) return;
    const range = window.verbale.selection();
    if (range) write(active, ...range.split("-"));
  });
  document.addEventListener("click", (event) => {
    const nudge = event.target.closest("[data-nudge]");
    if (nudge) {
      const span = nudge.closest("[data-span]");
      const range = read(span);
      const [first, last] = nudge.dataset.nudge.split(" ").map(Number);
      if (range && range[0] + first >= 0 && range[0] + first < range[1] + last) write(span, range[0] + first, range[1] + last);
    }
    const more = event.target.closest("[data-more]");
    if (more) {
      const last = Array.from(more.parentElement.querySelectorAll("input")).pop();
      const fresh = last.cloneNode();
      fresh.value = "";
      more.before(fresh);
      fresh.focus();
    }
  });

  // Parties of other pages join those of this one while a name is being written.
  let asked = 0;
  document.addEventListener("input", (event) => {
    const written = event.target.matches("[data-party]") ? event.target.value.trim() : "";
    clearTimeout(asked);
    if (written) asked = setTimeout(() => suggest(written), 200);
  });
  const suggest = async (written) => {
    const answer = await fetch(`/queue/parties.json?q=${encodeURIComponent(written)}`);
    const list = document.getElementById("parties");
    if (!answer.ok || !list) return;
    const known = new Set(Array.from(list.options, (option) => option.value));
    const { parties } = await answer.json();
    parties.filter((party) => !known.has(party.id)).forEach((party) => {
      list.append(new Option([party.name_zh, party.name].filter(Boolean).join(" · "), party.id));
    });
  };
})();

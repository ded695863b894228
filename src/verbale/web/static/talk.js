"use strict";
// A negotiation drawn from what stands on the page: the timeline filters every entry that has a day, the map and the network show the lists.
// Without this script all of it can be read as lists.
(() => {
  const at = (id) => document.getElementById(id);
  const colour = (name) => {
    const probe = document.createElement("i");
    probe.style.color = `var(--${name})`;
    document.body.append(probe);
    const found = getComputedStyle(probe).color;
    probe.remove();
    return found;
  };
  const DAY = 86400000;
  const entries = Array.from(document.querySelectorAll("main [data-day]")).filter((one) => one.dataset.day);
  const until = (one) => one.dataset.until || one.dataset.day;

  // The window of days: fields, timeline and address tell the same.
  const [from, to, shown] = [document.querySelector('#window [name="from"]'), document.querySelector('#window [name="to"]'), at("shown")];
  const filter = () => {
    let count = 0;
    entries.forEach((one) => {
      const inside = (!from.value || until(one) >= from.value) && (!to.value || one.dataset.day <= to.value);
      one.hidden = !inside;
      count += inside;
    });
    shown.textContent = shown.dataset.words.replace("{shown}", count).replace("{all}", entries.length);
    const query = new URLSearchParams(location.search);
    [["from", from.value], ["to", to.value]].forEach(([name, value]) => { if (value) query.set(name, value); else query.delete(name); });
    history.replaceState(history.state, "", `${location.pathname}${query.size ? `?${query}` : ""}${location.hash}`);
  };

  const KINDS = { round: "rounds", coming: "rounds", promise: "promises", position: "positions", contested: "contested" };
  const drawn = entries.filter((one) => KINDS[one.dataset.kind]);
  let line = null;
  const drawTimeline = () => {
    const box = at("timeline");
    if (!drawn.length) return;
    const items = drawn.map((one, id) => {
      const span = Date.parse(until(one)) - Date.parse(one.dataset.day) > 6 * DAY;
      const label = document.createElement("span");
      label.textContent = one.dataset.label;
      const short = ["promise", "position", "contested"].includes(one.dataset.kind);
      const item = { id, group: KINDS[one.dataset.kind], start: one.dataset.day, title: `${one.dataset.day} ${one.dataset.label}`, className: one.dataset.kind };
      if (span) item.end = new Date(Date.parse(one.dataset.until) + DAY);
      return { ...item, content: short ? "" : label, type: span ? "range" : short ? "point" : "box" };
    });
    const groups = ["rounds", "contested", "promises", "positions"].filter((name) => items.some((item) => item.group === name));
    const days = drawn.flatMap((one) => [Date.parse(one.dataset.day), Date.parse(until(one))]);
    const [least, most] = [Math.min(...days), Math.max(...days)];
    const room = Math.max(7 * DAY, (most - least) * 0.06);
    line = new vis.Timeline(box, new vis.DataSet(items), new vis.DataSet(groups.map((id, order) => ({ id, order, content: box.dataset[id] }))), {
      start: from.value ? new Date(from.value) : new Date(least - room),
      end: to.value ? new Date(Date.parse(to.value) + DAY) : new Date(most + room),
      min: new Date(least - 4 * room),
      max: new Date(most + 4 * room),
      zoomMin: 3 * DAY,
      maxHeight: 340,
      showCurrentTime: false,
      orientation: "top",
      margin: { item: { horizontal: 2, vertical: 3 } },
      format: { minorLabels: { weekday: "DD", day: "DD", week: "MM-DD", month: "MM", year: "YYYY" }, majorLabels: { weekday: "YYYY-MM", day: "YYYY-MM", week: "YYYY-MM", month: "YYYY", year: "" } },
      tooltip: { followMouse: true },
      xss: { disabled: false },
    });
    line.on("rangechanged", (change) => {
      if (!change.byUser) return;
      from.value = change.start.toISOString().slice(0, 10);
      to.value = change.end.toISOString().slice(0, 10);
      filter();
    });
    line.on("select", (chosen) => {
      const one = drawn[chosen.items[0]];
      if (!one) return;
      document.querySelectorAll(".now").forEach((other) => other.classList.remove("now"));
      one.classList.add("now");
      one.scrollIntoView({ block: "center" });
    });
  };
  const moved = () => {
    filter();
    if (!line) return;
    const [start, end] = [from.value ? Date.parse(from.value) : null, to.value ? Date.parse(to.value) + DAY : null];
    const now = line.getWindow();
    line.setWindow(start === null ? now.start : new Date(start), end === null ? now.end : new Date(end), { animation: false });
  };
  [from, to].forEach((field) => field.addEventListener("change", moved));
  at("whole").addEventListener("click", () => {
    from.value = to.value = "";
    filter();
    if (line) line.fit({ animation: false });
  });
  at("window").addEventListener("submit", (event) => event.preventDefault());

  // A coast that crosses the date line goes on beyond 180 degrees, instead of right across the map.
  const unbroken = (ring) => ring.forEach((point, place) => {
    if (!place) return;
    while (point[0] - ring[place - 1][0] > 180) point[0] -= 360;
    while (point[0] - ring[place - 1][0] < -180) point[0] += 360;
  });
  const drawMap = async () => {
    const box = at("map");
    if (!box) return;
    const world = await (await fetch(box.dataset.world)).json();
    const map = L.map(box, { attributionControl: false, worldCopyJump: true, zoomSnap: 0.25, keyboard: false, scrollWheelZoom: false });
    const spots = Array.from(document.querySelectorAll("[data-latitude]"));
    const points = spots.map((one) => [Number(one.dataset.latitude), Number(one.dataset.longitude)]);
    map.fitBounds(points, { padding: [40, 40], maxZoom: 4 });
    const land = topojson.feature(world, world.objects.countries);
    land.features.forEach(({ geometry }) => (geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates).flat().forEach(unbroken));
    L.geoJSON(land, { interactive: false, style: { color: colour("line"), weight: 0.8, fillColor: colour("sheet"), fillOpacity: 1 } }).addTo(map);
    spots.forEach((one, place) => {
      const mark = { radius: 4 + 2 * Math.sqrt(Number(one.dataset.times)), color: colour("accent"), weight: 1.5, fillOpacity: 0.35 };
      const tip = document.createElement("span");
      tip.textContent = `${one.dataset.name} ${one.dataset.times}`;
      L.circleMarker(points[place], mark).bindTooltip(tip, { permanent: spots.length < 6, direction: "top" }).addTo(map);
    });
  };

  const drawNetwork = () => {
    const box = at("network");
    if (!box) return;
    const pairs = Array.from(document.querySelectorAll("[data-one]"));
    const nodes = new Map();
    pairs.forEach(({ dataset }) => {
      nodes.set(dataset.one, { name: dataset.oneName, side: dataset.oneSide });
      nodes.set(dataset.other, { name: dataset.otherName, side: dataset.otherSide });
    });
    const sides = Array.from(new Set(Array.from(nodes.values(), (node) => node.side)));
    const colours = ["accent", "cue", "time", "party", "object", "soft"].map(colour);
    const mark = document.createElement("meta"); // Cytoscape looks for its style sheet by this id; ours holds the one rule of it
    mark.id = "__________cytoscape_stylesheet";
    document.head.append(mark);
    box.style.position = "relative";
    const graph = cytoscape({
      container: box,
      elements: [
        ...Array.from(nodes, ([id, node]) => ({ data: { id, name: node.name, colour: colours[Math.min(sides.indexOf(node.side), 5)] } })),
        ...pairs.map(({ dataset }, id) => ({ data: { id: `edge ${id}`, source: dataset.one, target: dataset.other, times: Number(dataset.times) } })),
      ],
      style: [
        { selector: "node", style: { label: "data(name)", "background-color": "data(colour)", width: 12, height: 12, "font-size": 11, color: colour("ink"), "text-valign": "bottom", "text-margin-y": 3, "text-outline-color": colour("sheet"), "text-outline-width": 2, "min-zoomed-font-size": 7 } },
        { selector: "edge", style: { width: "mapData(times, 1, 8, 1, 5)", "line-color": colour("line"), "curve-style": "bezier" } },
      ],
      layout: { name: "circle", padding: 26, sort: (one, other) => sides.indexOf(nodes.get(one.id()).side) - sides.indexOf(nodes.get(other.id()).side) },
      userZoomingEnabled: false,
    });
    graph.on("tap", "node", (event) => { location.href = `/parties/${encodeURIComponent(event.target.id())}`; });
  };

  addEventListener("load", () => {
    filter();
    drawTimeline();
    drawNetwork();
    drawMap();
  });
})();

/// What draws the curves of a page: its style and its script.
enum HTMLCurves {
  static let style = """

    :root { color-scheme: light dark; --back: #fbfbfa; --card: #fff; --text: #24292f; --soft: #69717a; --line: #e3e5e8; }
    @media (prefers-color-scheme: dark) {
      :root { --back: #16181c; --card: #1e2126; --text: #e6e8eb; --soft: #98a1ab; --line: #333840; }
    }
    body { margin: 2rem auto; max-width: 76rem; padding: 0 1.5rem; background: var(--back); color: var(--text);
      font: 15px/1.5 system-ui, sans-serif; }
    h1 { font-size: 1.4rem; font-weight: 600; }
    main { display: grid; grid-template-columns: repeat(auto-fill, minmax(22rem, 1fr)); gap: 1rem; align-items: start; }
    figure { margin: 0; padding: 1rem; background: var(--card); border: 1px solid var(--line); border-radius: 8px; }
    figcaption { display: flex; flex-wrap: wrap; gap: 0 1rem; font-weight: 600; }
    figcaption span { font-weight: 400; color: var(--soft); font-variant-numeric: tabular-nums; }
    figcaption i { display: inline-block; width: .7em; height: .7em; margin-right: .4em; border-radius: 50%; }
    svg { display: block; width: 100%; overflow: visible; touch-action: pan-y; }
    svg text { fill: var(--soft); font-size: 11px; font-variant-numeric: tabular-nums; }
    svg .grid { stroke: var(--line); }
    svg .curve { fill: none; stroke-width: 1.8; stroke-linejoin: round; stroke-linecap: round; }
    img { display: block; max-width: 100%; min-width: min(100%, 14rem); margin: .6rem auto 0; image-rendering: pixelated; }

    """

  static let script = #"""

    "use strict";
    const colours = ["#3b82c4", "#d9742b", "#3a9a5b", "#b0559f", "#b8901c", "#6b6fd6"];
    const [width, height, left, right, top_, bottom] = [480, 240, 52, 12, 12, 26];

    // What was written: for each name of a value its points, for each name of a picture the last one.
    function read(text) {
      const curves = new Map(), pictures = new Map();
      for (const line of text.split("\n")) {
        let record;
        // The last line of a process that was ended may be cut off.
        try { record = JSON.parse(line); } catch { continue; }
        if (record.picture !== undefined) pictures.set(record.picture, record);
        for (const [name, value] of Object.entries(record.values ?? {})) {
          if (!curves.has(name)) curves.set(name, new Map());
          curves.get(name).set(record.step, value);
        }
      }
      for (const [name, points] of curves) curves.set(name, [...points].sort((a, b) => a[0] - b[0]));
      return [curves, pictures];
    }

    // Round numbers between two, some six of them.
    function ticks(from, to) {
      const rough = (to - from) / 6, power = 10 ** Math.floor(Math.log10(rough));
      const step = [1, 2, 5, 10].map(factor => factor * power).find(step => step >= rough);
      const found = [];
      for (let tick = Math.ceil(from / step) * step; tick <= to + step * 1e-9; tick += step) found.push(tick);
      return found;
    }

    function label(value) {
      if (value === null || value === undefined) return "–";
      const size = Math.abs(value);
      return size !== 0 && (size < 1e-3 || size >= 1e6) ? value.toExponential(2) : String(+value.toPrecision(4));
    }

    function element(name, attributes, parent) {
      const made = document.createElementNS("http://www.w3.org/2000/svg", name);
      for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
      return parent.appendChild(made);
    }

    function range(values) {
      let [low, high] = [Infinity, -Infinity];
      for (const value of values) if (value !== null) { low = Math.min(low, value); high = Math.max(high, value); }
      if (low > high) return [0, 1];
      const margin = low === high ? Math.abs(low) / 2 || 1 : 0;
      return [low - margin, high + margin];
    }

    // Of very many points the least and the greatest of each pixel, between which the curve goes anyhow.
    function thinned(points) {
      if (points.length <= 4 * width) return points;
      const kept = [], size = Math.ceil(points.length / (2 * width));
      for (let start = 0; start < points.length; start += size) {
        const part = points.slice(start, start + size), known = part.filter(point => point[1] !== null);
        if (!known.length) { kept.push(part[0]); continue; }
        const low = known.reduce((a, b) => b[1] < a[1] ? b : a), high = known.reduce((a, b) => b[1] > a[1] ? b : a);
        kept.push(...(low === high ? [low] : low[0] < high[0] ? [low, high] : [high, low]));
      }
      return kept;
    }

    function chart(title, curves) {
      const figure = document.querySelector("main").appendChild(document.createElement("figure"));
      const caption = figure.appendChild(document.createElement("figcaption"));
      caption.textContent = title;
      const [x0, x1] = range(curves.flatMap(([, points]) => [points[0][0], points.at(-1)[0]]));
      const [y0, y1] = range(curves.flatMap(([, points]) => points.map(point => point[1])));
      const x = step => left + (step - x0) / (x1 - x0) * (width - left - right);
      const y = value => height - bottom - (value - y0) / (y1 - y0) * (height - top_ - bottom);
      const svg = element("svg", { viewBox: `0 0 ${width} ${height}` }, figure);
      for (const tick of ticks(y0, y1)) {
        element("line", { class: "grid", x1: left, x2: width - right, y1: y(tick), y2: y(tick) }, svg);
        element("text", { x: left - 6, y: y(tick) + 4, "text-anchor": "end" }, svg).textContent = label(tick);
      }
      for (const tick of ticks(x0, x1).filter(Number.isInteger))
        element("text", { x: x(tick), y: height - 8, "text-anchor": "middle" }, svg).textContent = label(tick);
      const readouts = curves.map(([name, points], index) => {
        const stroke = colours[index % colours.length];
        let path = "", isDrawing = false;
        for (const [step, value] of thinned(points)) {
          if (value === null) { isDrawing = false; continue; }
          // Also a point alone is seen.
          path += `${isDrawing ? "L" : "M"}${x(step).toFixed(1)} ${y(value).toFixed(1)}${isDrawing ? "" : "h0"}`;
          isDrawing = true;
        }
        element("path", { class: "curve", d: path, stroke }, svg);
        const dot = element("circle", { r: 3.5, fill: stroke, visibility: "hidden" }, svg);
        const readout = caption.appendChild(document.createElement("span"));
        const show = point => {
          const mark = document.createElement("i");
          mark.style.background = stroke;
          readout.replaceChildren(mark, curves.length > 1 || name !== title
            ? `${name.slice(name.indexOf("/") + 1)} ${label(point[1])}` : label(point[1]));
          if (point[1] === null) return;
          dot.setAttribute("cx", x(point[0]));
          dot.setAttribute("cy", y(point[1]));
        };
        show(points.at(-1));
        return { points, dot, show };
      });
      svg.onpointermove = event => {
        const box = svg.getBoundingClientRect();
        const step = x0 + ((event.clientX - box.left) / box.width * width - left) / (width - left - right) * (x1 - x0);
        for (const { points, dot, show } of readouts) {
          show(points.reduce((a, b) => Math.abs(b[0] - step) < Math.abs(a[0] - step) ? b : a));
          dot.setAttribute("visibility", "visible");
        }
      };
      svg.onpointerleave = () => {
        for (const { points, dot, show } of readouts) { show(points.at(-1)); dot.setAttribute("visibility", "hidden"); }
      };
    }

    document.addEventListener("DOMContentLoaded", () => {
      const [curves, pictures] = read(document.getElementById("log").textContent);
      const charts = new Map();
      for (const [name, points] of curves) {
        const title = name.split("/")[0];
        charts.set(title, [...charts.get(title) ?? [], [name, points]]);
      }
      for (const [title, members] of charts) chart(title, members);
      for (const { picture, step, png } of pictures.values()) {
        const figure = document.querySelector("main").appendChild(document.createElement("figure"));
        const caption = figure.appendChild(document.createElement("figcaption"));
        caption.textContent = picture;
        caption.appendChild(document.createElement("span")).textContent = `step ${step}`;
        const image = figure.appendChild(document.createElement("img"));
        image.alt = picture;
        image.src = "data:image/png;base64," + png;
      }
    });

    """#
}

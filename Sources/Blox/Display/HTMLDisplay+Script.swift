extension HTMLDisplay {
  /// What the page does: it folds, finds, and draws the arrays in the colours of light or dark.
  static let script = #"""
    const root = document.documentElement;
    const all = () => document.querySelectorAll("details.module");
    function fold(open) { all().forEach((part) => { part.open = open; }); }

    // Pictures. A byte is a cell: 1 to 255 with 128 for zero, 0 for what is not finite.
    const palettes = {
      light: { zero: [244, 246, 248], low: [9, 82, 180], high: [190, 60, 20], odd: [220, 0, 200], bar: "#57606a" },
      dark: { zero: [28, 33, 40], low: [84, 174, 255], high: [255, 140, 80], odd: [255, 60, 230], bar: "#8d96a0" } };
    const prefersDark = matchMedia("(prefers-color-scheme: dark)");
    const theme = () => root.dataset.theme ?? (prefersDark.matches ? "dark" : "light");
    const bytes = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
    function heat(canvas, scale) {
      const { zero, low, high, odd } = palettes[theme()], cells = bytes(canvas.dataset.cells);
      const columns = +canvas.dataset.columns, rows = +canvas.dataset.rows;
      canvas.width = columns; canvas.height = rows;
      canvas.style.width = Math.max(6, columns * scale) + "px";
      canvas.style.height = Math.max(scale < 3 ? 6 : 12, rows * scale) + "px";
      const pen = canvas.getContext("2d"), image = pen.createImageData(columns, rows);
      cells.forEach((cell, index) => {
        const part = Math.abs(cell - 128) / 127, end = cell > 128 ? high : low;
        const colour = cell === 0 ? odd : zero.map((from, i) => from + (end[i] - from) * part);
        image.data.set([...colour, 255], 4 * index);
      });
      pen.putImageData(image, 0, 0);
    }
    function histogram(canvas, width, height) {
      const bins = bytes(canvas.dataset.bins), pen = canvas.getContext("2d");
      canvas.width = bins.length * width; canvas.height = height;
      canvas.style.width = canvas.width + "px"; canvas.style.height = height + "px";
      pen.fillStyle = palettes[theme()].bar;
      bins.forEach((bin, index) => {
        const high = bin && Math.max(1, Math.round(bin / 255 * height));
        pen.fillRect(index * width, height - high, width > 2 ? width - 1 : width, high);
      });
    }
    function draw() {
      document.querySelectorAll(".heat").forEach((canvas) => heat(canvas, canvas.closest(".large") ? 8 : 1));
      document.querySelectorAll(".histogram").forEach((canvas) =>
        canvas.closest(".large") ? histogram(canvas, 8, 96) : histogram(canvas, 2, 22));
    }
    // The large pictures are made when they are first unfolded.
    function enlarge(array) {
      const large = array.querySelector(".large");
      if (large.querySelector("canvas")) return;
      for (const canvas of array.querySelectorAll("summary canvas")) {
        const figure = document.createElement("figure"), copy = canvas.cloneNode();
        figure.append(copy);
        large.append(figure);
        if (!canvas.dataset.bins) { heat(copy, 8); continue; }
        histogram(copy, 8, 96);
        const caption = document.createElement("figcaption");
        for (const end of [canvas.dataset.least, canvas.dataset.greatest])
          caption.append(Object.assign(document.createElement("span"), { textContent: end }));
        figure.append(caption);
      }
    }
    addEventListener("toggle", (event) => {
      if (event.target.matches(".array[open]")) enlarge(event.target);
    }, true);
    document.getElementById("theme").onclick = () => {
      root.dataset.theme = theme() === "dark" ? "light" : "dark";
      draw();
    };
    prefersDark.addEventListener("change", draw);

    // The filter: parts of a path, with stars for what is between.
    const field = document.getElementById("filter");
    let openBefore;
    function size(bytes) {
      const units = ["B", "KB", "MB", "GB"];
      let unit = 0;
      for (; bytes >= 1024 && unit < 3; unit++) bytes /= 1024;
      return bytes.toFixed(unit && 1) + " " + units[unit];
    }
    function filter(text) {
      const parts = text.trim().split("*").map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&"));
      const pattern = new RegExp(parts.join(".*"), "i");
      let [found, count, total] = [0, 0, 0];
      // Modules come before what is in them, and are shown if something in them is.
      for (const item of [...document.querySelectorAll("main li")].reverse()) {
        const { path, bytes } = item.dataset;
        item.hidden = path === undefined ? !item.querySelector("li:not([hidden])") : !pattern.test(path);
        if (!item.matches(".parameter")) continue;
        count += 1;
        if (!item.hidden) { found += 1; total += +bytes; }
      }
      if (text.trim()) openBefore ??= [...all()].map((part) => part.open);
      all().forEach((part, index) => { part.open = text.trim() ? true : openBefore?.[index] ?? part.open; });
      if (!text.trim()) openBefore = undefined;
      document.getElementById("found").textContent =
        text.trim() ? `${found} of ${count} parameters, ${size(total)}` : "";
    }
    field.oninput = () => filter(field.value);

    // What a link leads to may be folded away, or not found by the filter.
    function reveal() {
      const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
      if (target?.closest("[hidden]")) { field.value = ""; filter(""); }
      for (let part = target; part; part = part.parentElement) if (part.tagName === "DETAILS") part.open = true;
      target?.scrollIntoView({ block: "center" });
    }
    addEventListener("hashchange", reveal);
    draw();
    reveal();
    """#
}

/* The network map: panning, zooming, and moving between neighbours by arrow keys.
   Without this file the map is a picture that scrolls, and every mark is a link. */
"use strict";

(() => {
  const STEP = 1.3, CLOSEST = 8, DRAG_FROM = 4;
  // How far from straight ahead a neighbour may be and still count as being that way.
  const AHEAD = Math.cos((65 * Math.PI) / 180);
  const WAYS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

  // What the reader saw before the page was swapped: the same map opens where it was left.
  let seen = null;
  let dragging = null;

  const canvasOf = (root) => root.querySelector?.("[data-map-canvas]") ?? null;
  const drawingOf = (canvas) => canvas.querySelector("[data-map]");
  const marksOf = (drawing) => [...drawing.querySelectorAll("a[data-at]")];
  const placeOf = (mark) => mark.dataset.at.split(" ").map(Number);

  /* -- Zoom and pan: the drawing has a width, the canvas scrolls ------------------------------ */

  function scaleOf(drawing) {
    return drawing.getBoundingClientRect().width / drawing.viewBox.baseVal.width;
  }

  function fittingWidth(canvas, drawing) {
    const box = drawing.viewBox.baseVal;
    const height = parseFloat(getComputedStyle(canvas).maxHeight) || canvas.clientHeight;
    return Math.min(canvas.clientWidth, (height * box.width) / box.height);
  }

  /* Gives the drawing a width, so that what is at (x, y) of the canvas stays there. */
  function setWidth(canvas, drawing, width, x = canvas.clientWidth / 2, y = canvas.clientHeight / 2) {
    const before = drawing.getBoundingClientRect(), frame = canvas.getBoundingClientRect();
    const across = (x + frame.left - before.left) / before.width;
    const along = (y + frame.top - before.top) / before.height;
    drawing.setAttribute("width", Math.round(width));
    canvas.classList.toggle("fitted", width < canvas.clientWidth);
    const after = drawing.getBoundingClientRect();
    canvas.scrollLeft += after.left + across * after.width - frame.left - x;
    canvas.scrollTop += after.top + along * after.height - frame.top - y;
  }

  function zoom(canvas, factor, x, y) {
    const drawing = drawingOf(canvas), fitting = fittingWidth(canvas, drawing);
    const natural = Number(drawing.dataset.width);
    const width = drawing.getBoundingClientRect().width * factor;
    setWidth(canvas, drawing, Math.min(Math.max(width, fitting), Math.max(natural, fitting) * CLOSEST), x, y);
  }

  const zooms = {
    in: (canvas) => zoom(canvas, STEP),
    out: (canvas) => zoom(canvas, 1 / STEP),
    fit: (canvas) => setWidth(canvas, drawingOf(canvas), fittingWidth(canvas, drawingOf(canvas))),
  };

  function centre(canvas, drawing, [x, y]) {
    const scale = scaleOf(drawing), box = drawing.viewBox.baseVal;
    canvas.scrollLeft = (x - box.x) * scale - canvas.clientWidth / 2;
    canvas.scrollTop = (y - box.y) * scale - canvas.clientHeight / 2;
  }

  /* Scrolls no more than needed for the mark and its name to be seen. */
  function reveal(canvas, mark) {
    const frame = canvas.getBoundingClientRect(), ink = mark.getBoundingClientRect(), air = 24;
    const out = (low, high, from, to) => (low < from ? low - from : high > to ? high - to : 0);
    canvas.scrollLeft += out(ink.left - air, ink.right + air, frame.left, frame.right);
    canvas.scrollTop += out(ink.top - air, ink.bottom + air, frame.top, frame.bottom);
  }

  /* -- Start, and again after each swap --------------------------------------------------------- */

  function start(root) {
    root.querySelectorAll?.("[data-without-script]").forEach((button) => (button.hidden = true));
    const canvas = canvasOf(root);
    if (!canvas) return;
    const drawing = drawingOf(canvas), marks = marksOf(drawing);
    drawing.dataset.width = drawing.getAttribute("width");
    canvas.classList.add("draggable");
    root.querySelector("[data-map-zoom]").hidden = false;
    const chosen = drawing.querySelector("a[aria-current]");
    // One stop for the Tab key; the arrows do the rest.
    const first = chosen ?? mostConnected(marks);
    marks.forEach((mark) => mark.setAttribute("tabindex", mark === first ? "0" : "-1"));
    if (seen && seen.box === drawing.getAttribute("viewBox")) {
      drawing.setAttribute("width", seen.width);
      canvas.classList.toggle("fitted", seen.width < canvas.clientWidth);
      canvas.scrollTo(seen.left, seen.top);
      if (chosen) reveal(canvas, chosen);
    } else if (first) {
      centre(canvas, drawing, placeOf(first));
    }
  }

  function mostConnected(marks) {
    const partners = (mark) => mark.dataset.near.length;
    return marks.reduce((best, mark) => (best && partners(best) >= partners(mark) ? best : mark), null);
  }

  function remember(root) {
    const canvas = canvasOf(root);
    if (!canvas) return;
    const drawing = drawingOf(canvas);
    seen = {
      box: drawing.getAttribute("viewBox"),
      width: Math.round(drawing.getBoundingClientRect().width),
      left: canvas.scrollLeft,
      top: canvas.scrollTop,
    };
  }

  document.addEventListener("htmx:beforeSwap", (event) => remember(event.detail.target ?? document));
  document.addEventListener("htmx:afterSettle", (event) => {
    start(event.detail.elt);
    // On a phone the panel stands below the map: show that something was chosen.
    event.detail.elt.querySelector?.(".chosen-head")?.scrollIntoView({ block: "nearest" });
  });

  /* -- Keys ----------------------------------------------------------------------------------------- */

  /* The neighbour that lies that way; where there is none, whoever does. */
  function towards(mark, [dx, dy], marks) {
    const [x, y] = placeOf(mark), near = new Set(mark.dataset.near.split(" "));
    const nearest = (candidates) => {
      let best = null, least = Infinity;
      for (const other of candidates) {
        const [ox, oy] = placeOf(other);
        const length = Math.hypot(ox - x, oy - y), ahead = ((ox - x) * dx + (oy - y) * dy) / length;
        // Straight ahead counts for more than being near.
        if (other !== mark && ahead > AHEAD && length / ahead < least) [best, least] = [other, length / ahead];
      }
      return best;
    };
    return nearest(marks.filter((other) => near.has(other.id.slice("mark-".length)))) ?? nearest(marks);
  }

  function moveTo(canvas, mark) {
    drawingOf(canvas).querySelector('a[tabindex="0"]')?.setAttribute("tabindex", "-1");
    mark.setAttribute("tabindex", "0");
    mark.focus({ preventScroll: true });
    reveal(canvas, mark);
    mark.scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  document.addEventListener("keydown", (event) => {
    const canvas = event.target.closest?.("[data-map-canvas]");
    if (!canvas || event.ctrlKey || event.metaKey || event.altKey) return;
    const mark = event.target.closest("a[data-at]");
    if (mark && event.key in WAYS) {
      event.preventDefault();
      const next = towards(mark, WAYS[event.key], marksOf(drawingOf(canvas)));
      if (next) moveTo(canvas, next);
    } else if (event.key === "+" || event.key === "-") {
      zoom(canvas, event.key === "+" ? STEP : 1 / STEP);
    } else if (event.key === "0") {
      zooms.fit(canvas);
    } else if (event.key === "Escape") {
      document.getElementById("map-clear")?.click();
    }
  });

  /* -- Mouse: drag, wheel with Ctrl, and choosing ----------------------------------------------------- */

  document.addEventListener("pointerdown", (event) => {
    const canvas = event.target.closest?.("[data-map-canvas]");
    // A finger scrolls by itself.
    if (!canvas || event.pointerType !== "mouse" || event.button !== 0) return;
    dragging = { canvas, x: event.clientX, y: event.clientY, moved: false };
  });

  document.addEventListener("pointermove", (event) => {
    if (!dragging || !event.buttons) return;
    const dx = event.clientX - dragging.x, dy = event.clientY - dragging.y;
    if (!dragging.moved && Math.hypot(dx, dy) < DRAG_FROM) return;
    dragging.moved = true;
    dragging.canvas.classList.add("dragged");
    dragging.canvas.scrollLeft -= dx;
    dragging.canvas.scrollTop -= dy;
    [dragging.x, dragging.y] = [event.clientX, event.clientY];
  });

  document.addEventListener("pointerup", () => {
    dragging?.canvas.classList.remove("dragged");
    // The click that ends a drag comes right after this.
    setTimeout(() => (dragging = null));
  });

  document.addEventListener("dragstart", (event) => {
    if (event.target.closest?.("[data-map-canvas]")) event.preventDefault();
  });

  document.addEventListener("wheel", (event) => {
    const canvas = event.ctrlKey && event.target.closest?.("[data-map-canvas]");
    if (!canvas) return;
    event.preventDefault();
    const frame = canvas.getBoundingClientRect();
    zoom(canvas, event.deltaY < 0 ? STEP : 1 / STEP, event.clientX - frame.left, event.clientY - frame.top);
  }, { passive: false });

  document.addEventListener("click", (event) => {
    const button = event.target.closest?.("[data-zoom]");
    if (button) {
      zooms[button.dataset.zoom](canvasOf(button.closest(".map-frame")));
      return;
    }
    const mark = event.target.closest?.("[data-map] a[data-at]");
    if (!mark) return;
    if (dragging?.moved) {
      event.preventDefault();
    } else if (choosesByPart(event, mark)) {
      event.preventDefault();
      const page = document.getElementById("map-page");
      htmx.ajax("GET", mark.href.baseVal, { source: page, target: page, swap: "outerHTML" });
    }
  });

  /* A plain press on a mark that is not chosen yet; the chosen one leads to its profile. */
  function choosesByPart(event, mark) {
    const plain = !event.ctrlKey && !event.metaKey && !event.shiftKey && event.button === 0;
    return plain && window.htmx && !mark.hasAttribute("aria-current");
  }

  start(document);
})();

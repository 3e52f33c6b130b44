/* Looks a page over as a careful reader would; gives one sentence for each fault. */
() => {
  const faults = [];
  const box = (element) => element.getBoundingClientRect();
  const hiddenFromSight = (element) => {
    const { width, height } = box(element);
    return !element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) || width <= 1 || height <= 1;
  };
  const name = (element) => {
    const text = (element.getAttribute("aria-label") || element.textContent || element.id).trim().replace(/\s+/g, " ");
    return `<${element.localName} ${element.className.baseVal ?? element.className}> »${text.slice(0, 40)}«`;
  };

  // -- One page, one heading, one language --------------------------------------------------------
  const headings = [...document.querySelectorAll("h1")].filter((heading) => !hiddenFromSight(heading));
  if (headings.length !== 1) faults.push(`${headings.length} h1`);
  if (document.documentElement.lang !== "da") faults.push("not marked as Danish");
  if (!/^.+ · .+$/.test(document.title)) faults.push(`title »${document.title}«`);

  // -- Pictures --------------------------------------------------------------------------------------
  for (const image of document.images) {
    if (!image.complete || !image.naturalWidth) faults.push(`broken image ${image.src}`);
  }

  // -- Text: 13 px or more, as it stands on the screen ------------------------------------------------
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const small = new Set();
  while (texts.nextNode()) {
    const parent = texts.currentNode.parentElement;
    if (!texts.currentNode.data.trim() || parent.closest("script, style, template, title, desc, option")) continue;
    if (hiddenFromSight(parent) || parent.closest(".visually-hidden")) continue;
    // A screen shown small on another one is a picture of it.
    if (parent.closest("[data-picture-of]")) continue;
    const scale = parent.closest("svg") ? parent.getScreenCTM().d : 1;
    const size = parseFloat(getComputedStyle(parent).fontSize) * scale;
    if (size < 12.95) small.add(`${size.toFixed(1)} px: ${name(parent)}`);
  }
  faults.push(...small);

  // -- Targets: 24 px both ways, but for links within a sentence ----------------------------------------
  const targets = "a[href], button, summary, select, textarea, input:not([type=hidden]), [role=option]";
  for (const target of document.querySelectorAll(targets)) {
    const label = target.matches("[type=radio], [type=checkbox]") ? target.closest("label") : null;
    const pressed = label ?? target;
    if (hiddenFromSight(pressed)) continue;
    const inline = getComputedStyle(pressed).display === "inline" && !pressed.closest("svg");
    if (inline && pressed.parentElement.textContent.trim() !== pressed.textContent.trim()) continue;
    const { width, height } = box(pressed);
    if (Math.min(width, height) < 23.5) faults.push(`${width.toFixed()} × ${height.toFixed()} px to press: ${name(pressed)}`);
  }
  return faults;
};

"""What every page must be, looked at in the browser: axe, and what axe does not look for."""

from functools import cache
from pathlib import Path

from tests.e2e.windows import PHONE, WIDE

HERE = Path(__file__).parent
AXE = HERE.parents[1] / "node_modules" / "axe-core" / "axe.min.js"
STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
NARROWEST = (320, 720)
TABS = 5
# Axe looks at the page alone: no styles fetched once more, no time spent on what passes.
AXE_RUN = """
async (standards) => {
  const found = await axe.run(document, {
    runOnly: { type: "tag", values: standards },
    rules: { "target-size": { enabled: true } },
    resultTypes: ["violations"],
    preload: false,
  });
  return found.violations.flatMap((rule) =>
    rule.nodes.map((node) => `${rule.id}: ${node.target.join(" ")} ${node.html.slice(0, 120)}`));
}
"""
# A ring may stand around the card or the field that the focused thing is in.
RING = """
() => {
  const at = document.activeElement;
  if (!at || at === document.body) return null;
  const text = at.textContent || at.getAttribute("aria-label") || at.id;
  const name = `${at.localName} »${text.trim().slice(0, 30)}«`;
  for (let place = at, steps = 0; place && steps < 3; place = place.parentElement, steps++) {
    const style = getComputedStyle(place);
    if (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2) return "";
  }
  return name;
}
"""


@cache
def _text(path: Path) -> str:
    return path.read_text()


def faults(page) -> list[str]:
    """All that is wrong with the page as it stands, on a desk and on a telephone, as sentences."""
    found = []
    # Through the debugger, since the page's own policy lets no such script in.
    page.evaluate(_text(AXE))
    for size in (WIDE, PHONE):
        resize(page, size)
        seen = page.evaluate(AXE_RUN, STANDARDS) + page.evaluate(_text(HERE / "inspection.js"))
        found += [f"{size[0]}: {fault}" for fault in seen]
    resize(page, NARROWEST)
    width = page.evaluate("document.documentElement.scrollWidth")
    if width > NARROWEST[0]:
        found.append(f"{NARROWEST[0]}: scrolls sideways to {width}")
    resize(page, WIDE)
    return found


def resize(page, size: tuple[int, int]) -> None:
    """Another screen, and the page laid out for it."""
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")


def without_ring(page) -> list[str]:
    """What the Tab key comes to first and does not show."""
    found = []
    for _ in range(TABS):
        page.keyboard.press("Tab")
        name = page.evaluate(RING)
        if name:
            found.append(f"no ring around {name}")
    return found

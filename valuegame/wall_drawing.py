"""What the wall's drawings are made of: icons, marks, the star, the sun. Made once and kept."""

from functools import lru_cache

from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from config import drawings, geometry, looks
from valuegame.board import STAR_DRAWN
from valuegame.standing import OWN_ICON


@lru_cache(maxsize=1)
def shapes() -> SafeString:
    """The <g> that the drawings use: wall-icon-<name>, wall-mark-<kind>, wall-star."""
    icons = [*(look.icon for look in looks.VALUE_LOOKS), OWN_ICON]
    found = [(f"wall-icon-{name}", drawings.icon_shape(name)) for name in icons]
    found += [(f"wall-mark-{kind}", drawings.mark_shape(kind)) for kind in looks.KIND_LOOKS]
    star = format_html_join("", '<path d="{}"/>', [(geometry.star(STAR_DRAWN),)])
    return format_html_join("", '<g id="{}">{}</g>', [*found, ("wall-star", star)])


@lru_cache(maxsize=8)
def sun(middle: int, ground: int, outer: int) -> SafeString:
    """The sun of the lobby: five rays over a white half disc on the ground line."""
    inner, disc = outer * 0.586, outer * 0.538
    rays = (
        (geometry.wedge(middle, ground, inner, outer, start + 1, end - 1), look.fill)
        for look in looks.VALUE_LOOKS
        for start, end in [geometry.ray_angles(look.number)]
    )
    half = (geometry.wedge(middle, ground, 0, disc, 0, 180), looks.WHITE)
    return format_html_join("", '<path class="wall-piece" d="{}" fill="{}"/>', [*rays, half])

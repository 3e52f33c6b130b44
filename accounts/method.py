"""The field's own words that a new plan may begin with.

The two sets of focus areas are those of Landsbyggefonden's money 2015–18 and 2019–26;
a plan edits its own afterwards.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class FocusPreset:
    """A named set of focus areas."""

    key: str
    name: str
    focus_areas: tuple[str, ...]


FOCUS_PRESETS = (
    FocusPreset(
        "2019-26",
        "Midlerne 2019–26",
        (
            "Beskæftigelse",
            "Uddannelse og livschancer",
            "Kriminalitetsforebyggelse",
            "Sammenhængskraft og medborgerskab",
        ),
    ),
    FocusPreset(
        "2015-18",
        "Midlerne 2015–18",
        (
            "Tryghed og trivsel",
            "Kriminalpræventiv indsats",
            "Uddannelse og beskæftigelse",
            "Forebyggelse og forældreansvar",
        ),
    ),
)

TARGET_GROUPS = ("0–6-årige og deres forældre", "Børn og unge", "Unge 18+", "Ældre", "Alle beboere")

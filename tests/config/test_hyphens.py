"""Long words of names break at a joint, and nowhere else."""

import pytest

from config.hyphens import soft_hyphened


@pytest.mark.parametrize(
    ("text", "broken"),
    [
        ("Koordinationsgruppen", "Koordinations|gruppen"),
        ("Ressourceudveksle", "Ressource|udveksle"),
        ("Ungdomsskolen Åkanden", "Ungdoms|skolen Åkanden"),
        ("Cykelværkstedet", "Cykel|værkstedet"),
        ("Følgegruppe", "Følgegruppe"),
        ("Biblioteket på Bakken", "Biblioteket på Bakken"),
    ],
)
def test_long_words_may_break_at_their_joint(text, broken):
    assert soft_hyphened(text) == broken.replace("|", "\N{SOFT HYPHEN}")

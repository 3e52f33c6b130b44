"""Run the whole suite in three parts: on SQLite, on PostgreSQL, in a real browser.

Every part is always tried. A part fails when a test failed, when one was skipped, or when none ran.
"""

import os
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from collections import Counter
from pathlib import Path

import browser
import stamps
import with_postgres

PYTEST = [sys.executable, "-m", "pytest", "-q"]
# Two cores: two workers.
PARALLEL = ["-n", os.environ.get("TEST_WORKERS", "2"), "--dist", "worksteal"]
# By mark and by folder: a part need not read the tests that are another part's.
WITHOUT_BROWSER = ["-m", "not e2e", "--ignore=tests/e2e"]
# Its tables are made from the models: the two parts before it have run the migrations.
WITH_BROWSER = ["-m", "e2e", "tests/e2e", "--nomigrations"]


def main() -> int:
    """Run the parts, print one line for each and one for all; 0 when all passed."""
    with tempfile.TemporaryDirectory(prefix="paabanen-test-") as folder:
        parts = {"SQLite": on_sqlite, "PostgreSQL": on_postgres, "browser": in_browser}
        results = {}
        for number, (name, run) in enumerate(parts.items(), start=1):
            print(f"\n===== Part {number} of {len(parts)}: {name} =====", flush=True)
            results[name] = run(Path(folder))
    print("\n===== Summary =====")
    for name, counts in results.items():
        print(f"{name:<11} {'ok    ' if is_good(counts) else 'FAILED'} {sentence(counts)}")
    bad = [name for name, counts in results.items() if not is_good(counts)]
    verdict = f"Not passed: {', '.join(bad)}." if bad else "All parts passed."
    print(f"{verdict} {sentence(sum(results.values(), Counter()))}")
    return 1 if bad else 0


def on_sqlite(folder: Path) -> Counter:
    """The suite on the embedded default."""
    return run_pytest(folder, "sqlite", [*PARALLEL, *WITHOUT_BROWSER], {})


def on_postgres(folder: Path) -> Counter:
    """The same suite on PostgreSQL."""
    try:
        with with_postgres.postgres() as address:
            return run_pytest(folder, "postgres", [*PARALLEL, *WITHOUT_BROWSER], {"DATABASE_URL": address})
    except Exception as error:  # no server: this part has failed, and the browser part shall still run
        print(f"PostgreSQL did not start: {error}")
        return Counter(broken=1)


def in_browser(folder: Path) -> Counter:
    """The browser suite."""
    try:
        chromium = browser.find_or_install()
    except SystemExit as reason:
        print(reason)
        return Counter(broken=1)
    return run_pytest(folder, "browser", [*PARALLEL, *WITH_BROWSER], {"CHROMIUM": chromium})


def run_pytest(folder: Path, name: str, options: list[str], more: dict[str, str]) -> Counter:
    """One run of pytest: how many passed, failed, were skipped; `broken` when pytest itself says so."""
    report, home = folder / f"{name}.xml", folder / name
    environment = {**plain_environment(), "VAR_DIR": str(home), **more}
    finished = subprocess.run(
        [*PYTEST, *options, f"--junit-xml={report}"],
        cwd=stamps.ROOT,
        env=environment,
        stdin=subprocess.DEVNULL,
    )
    counts = read_report(report)
    if finished.returncode and not counts["failed"]:
        counts["broken"] = 1
    return counts


def plain_environment() -> dict[str, str]:
    """This environment without the app's own settings, so that tests mean the same on every machine.

    Python may keep what it compiled: six processes read the tests, and some hundred tests start one more.
    """
    settings = (stamps.ROOT / "config" / "settings.py").read_text()
    own = set(re.findall(r'env\.\w+\(\s*"([A-Z_]+)"', settings)) | {"PYTHONDONTWRITEBYTECODE"}
    return {name: value for name, value in os.environ.items() if name not in own}


def read_report(report: Path) -> Counter:
    """The counts in pytest's XML report; all zero when there is none."""
    counts = Counter(passed=0, failed=0, skipped=0)
    if report.exists():
        for suite in ElementTree.parse(report).iter("testsuite"):
            failed = int(suite.get("failures", 0)) + int(suite.get("errors", 0))
            skipped = int(suite.get("skipped", 0))
            counts.update(
                passed=int(suite.get("tests", 0)) - failed - skipped, failed=failed, skipped=skipped
            )
    return counts


def is_good(counts: Counter) -> bool:
    """At least one test, all of them passed."""
    return counts["passed"] > 0 and not (counts["failed"] or counts["skipped"] or counts["broken"])


def sentence(counts: Counter) -> str:
    """The counts as one line."""
    text = f"{counts['passed']} passed, {counts['failed']} failed, {counts['skipped']} skipped"
    return f"{text}, and a part did not run to its end" if counts["broken"] else text


if __name__ == "__main__":
    sys.exit(main())

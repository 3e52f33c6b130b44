"""Run the benchmarks one after the other: `make bench`, or `python -m bench map games`.

Each runs in a process of its own, so that none meets the memory another left behind.
"""

import importlib.util
import os
import subprocess
import sys

NAMES = [
    "map",
    "matching",
    "lists",
    "imports",
    "printing",
    "games",
    "kills",
    "bookings",
    "seating",
    "reports",
    "meanwhile",
]


def main(names: list[str]) -> int:
    """Run those of the named benchmarks that exist; 0 when at least one ran and all ended well."""
    chosen = [name for name in names or NAMES if importlib.util.find_spec(f"bench.{name}")]
    if not chosen:
        print("There is no benchmark to run.")
        return 1
    codes = []
    for name in chosen:
        print(f"\n===== bench.{name} =====", flush=True)
        environment = {**os.environ, "OPENBLAS_NUM_THREADS": "1"}
        codes.append(subprocess.run([sys.executable, "-m", f"bench.{name}"], env=environment).returncode)
    return max(codes)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

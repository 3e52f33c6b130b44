"""Measure the import of 10,000 rows: `python -m bench.imports`, about two minutes.

From the bytes of an XLSX file to committed rows, on SQLite and on PostgreSQL, medians of five. The peer of
the reading is python-calamine alone; the peer of the writing is a bare executemany of the very same rows
into the same tables of a SQLite file. Ratios are of processor time, which a busy machine leaves alone.
"""

import io
import os
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "setup"))

from with_postgres import postgres  # noqa: E402

ROWS, ROUNDS = 10_000, 5
TOTAL_SECONDS, WRITE_TIMES = 6.0, 11.0
TABLES = (
    "actors_actor",
    "actors_actor_areas",
    "actors_actor_target_groups",
    "actors_contact",
    "actors_competence",
)


def sheet() -> bytes:
    """10,000 actors with contact, areas, target groups and a competence, as people write them."""
    from actors.spreadsheet import Table, write_xlsx

    head = ["Navn", "Type", "Adresse", "Boligområde", "Målgruppe", "Kompetencer", "Kontaktperson", "Mail"]
    kinds = ("Kommune", "Frivillig", "Butik", "Beboerforening", "Boligselskab", "Andet")
    rows = [
        [
            f"Foreningen Åkæret {number}", kinds[number % 6], f"Søvej {number % 90}", f"Område {number % 8}",
            "Børn og unge; Ældre" if number % 3 else "Alle beboere", "Formidling", f"Øjvind Ås {number}",
            f"person{number}@sted.example",
        ]
        for number in range(ROWS)
    ]  # fmt: skip
    return write_xlsx([Table("Aktører", [head, *rows])])


def one_database(name: str) -> float:
    """Import five times into fresh plans, print the steps, return the median processor seconds of writing."""
    import django

    django.setup()
    from django.core.management import call_command
    from django.utils import timezone

    from accounts.models import Plan
    from mapping.import_actions import read_import, run_import

    call_command("migrate", verbosity=0)
    data, reads, writes, processor = sheet(), [], [], []
    for number in range(ROUNDS):
        plan = Plan.objects.create(name=f"Plan {number}", slug=f"plan-{number}")
        start = time.perf_counter()
        import_plan = read_import(plan=plan, data=data, file_name="ark.xlsx")
        middle, busy = time.perf_counter(), time.process_time()
        run_import(plan=plan, by=None, import_plan=import_plan, today=timezone.localdate())
        reads.append(middle - start)
        writes.append(time.perf_counter() - middle)
        processor.append(time.process_time() - busy)
    total = median(read + write for read, write in zip(reads, writes, strict=True))
    verdict = "met" if total <= TOTAL_SECONDS else "MISSED"
    print(f"{name}: read and planned {median(reads):.2f} s, written {median(writes):.2f} s")
    print(f"  in all {total:.2f} s; goal: <= {TOTAL_SECONDS:.0f} s from bytes to committed: {verdict}")
    print(f"  reading beside calamine alone ({calamine(data):.2f} s): {median(reads) / calamine(data):.1f} x")
    return median(processor)


def calamine(data: bytes) -> float:
    """Seconds that python-calamine needs for the cells alone."""
    from python_calamine import CalamineWorkbook

    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(0).to_python()
        times.append(time.perf_counter() - start)
    return median(times)


def raw_sqlite(path: str) -> tuple[float, int]:
    """Processor seconds to write one plan's rows again with executemany, and how many rows that is."""
    source = sqlite3.connect(path)
    plan = source.execute("SELECT id FROM accounts_plan LIMIT 1").fetchone()[0]
    kept = {}
    for table in TABLES:
        mine = (
            "plan_id = ?"
            if "_actor_" not in table
            else "actor_id IN (SELECT id FROM actors_actor WHERE plan_id = ?)"
        )
        kept[table] = source.execute(f"SELECT * FROM {table} WHERE {mine}", [plan]).fetchall()
    schema = [
        row[0]
        for row in source.execute(
            "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'"
        )
    ]
    times = []
    for _ in range(ROUNDS):
        with tempfile.TemporaryDirectory() as folder:
            target = sqlite3.connect(f"{folder}/raw.sqlite3", isolation_level=None)
            target.execute("PRAGMA journal_mode=WAL")
            target.execute("PRAGMA synchronous=FULL")
            for statement in schema:
                target.execute(statement)
            start = time.process_time()
            target.execute("BEGIN IMMEDIATE")
            for table, rows in kept.items():
                marks = ",".join("?" * len(rows[0]))
                target.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)
            target.execute("COMMIT")
            times.append(time.process_time() - start)
            target.close()
    return median(times), sum(len(rows) for rows in kept.values())


def main() -> int:
    """Both databases, each in a process of its own, then the peer."""
    if len(sys.argv) > 1:
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
        print(f"written={one_database(sys.argv[1])}")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        written = in_process("SQLite", {"VAR_DIR": folder, "DATABASE_URL": ""})
        raw, rows = raw_sqlite(f"{folder}/db.sqlite3")
        print(f"  writing beside a bare executemany of the same {rows} rows: {written / raw:.1f} x")
        print(f"  goal: <= {WRITE_TIMES:.0f} x: {'met' if written / raw <= WRITE_TIMES else 'MISSED'}")
        with postgres() as address:
            in_process("PostgreSQL", {"VAR_DIR": folder, "DATABASE_URL": address})
    return 0 if written / raw <= WRITE_TIMES else 1


def in_process(name: str, environment: dict) -> float:
    """Run `one_database` elsewhere; the processor seconds of writing it measured."""
    command = [sys.executable, "-m", "bench.imports", name]
    done = subprocess.run(
        command, env={**os.environ, **environment}, cwd=ROOT, check=True, capture_output=True, text=True
    )
    lines = done.stdout.strip().splitlines()
    print("\n".join(lines[:-1]))
    return float(lines[-1].removeprefix("written="))


if __name__ == "__main__":
    sys.exit(main())

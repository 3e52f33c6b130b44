"""What is dear to make is made by one process of a run, and read by the others."""

import fcntl
import os
import pickle
from collections.abc import Callable
from pathlib import Path


def made_once(tmp_path_factory, name: str, make: Callable):
    """What `make()` gives: made by whichever process asks first, while the others wait for it.

    What it gives must be pickled, and hang on nothing that is this process's alone. When it raises, the next
    who asks tries again.
    """
    kept = folder_of_run(tmp_path_factory) / f"{name}.pickle"
    with kept.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if kept.exists():
            return pickle.loads(kept.read_bytes())
        made = make()
        kept.write_bytes(pickle.dumps(made))
    return made


def folder_of_run(tmp_path_factory) -> Path:
    """A folder that all processes of this run have in common, and no other run."""
    own = tmp_path_factory.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own

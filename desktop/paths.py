"""Where the officer's store and the log stand: the platform's data folder, or beside a portable program."""

from __future__ import annotations

import sys
from pathlib import Path

APP_FOLDER = "So57"
STORE_NAME = "so.so57"
PORTABLE_FOLDER = "data"
LOG_NAME = "nhat-ky.log"


def program_folder() -> Path | None:
    """Return the folder of the frozen program or of the source tree; None for a package among others in a library."""
    if getattr(sys, "frozen", False):
        return Path(sys.executable).resolve().parent
    tree = Path(__file__).resolve().parent.parent
    return tree if (tree / "pyproject.toml").is_file() else None


def data_folder() -> Path:
    """Return the folder that holds the store; a folder `data` beside the program makes it portable."""
    program = program_folder()
    if program is not None and (program / PORTABLE_FOLDER).is_dir():
        return program / PORTABLE_FOLDER
    from platformdirs import user_data_path

    return user_data_path(APP_FOLDER, appauthor=False, roaming=False)


def default_store() -> Path:
    """Return where the officer's own store stands; its folder is made with the store."""
    return data_folder() / STORE_NAME


def log_file() -> Path:
    """Return the file that faults of the program are written to."""
    return data_folder() / LOG_NAME

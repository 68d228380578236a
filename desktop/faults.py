"""Faults of the program itself: written to the log with their trace, so that they can be reported and mended."""

from __future__ import annotations

import logging
import sys
import tempfile
from logging.handlers import RotatingFileHandler
from pathlib import Path

from desktop.paths import LOG_NAME, log_file
from desktop.version import __version__

LARGEST_LOG = 1_000_000  # bytes; one older log is kept
_logger = logging.getLogger("so57")


def log_fault(error: BaseException | None = None) -> Path | None:
    """Write an exception, by default the one being handled, to the log and return its place; None where none can be."""
    place = _open_log()
    if place is not None:
        _logger.error("Sổ 57 %s, Python %s", __version__, sys.version.split()[0], exc_info=error or True)
    return place


def _open_log() -> Path | None:
    """Open the log in the data folder, or in the folder for temporary files where that cannot be written."""
    for handler in _logger.handlers:
        if isinstance(handler, RotatingFileHandler):
            return Path(handler.baseFilename)
    logging.raiseExceptions = False  # a full disk must not print a trace about the trace
    for find_place in (log_file, _temporary_log):
        try:
            place = find_place()
            place.parent.mkdir(parents=True, exist_ok=True)
            handler = RotatingFileHandler(place, maxBytes=LARGEST_LOG, backupCount=1, encoding="utf-8")
        except OSError:
            continue
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
        _logger.addHandler(handler)
        _logger.propagate = False
        return place
    return None


def _temporary_log() -> Path:
    return Path(tempfile.gettempdir()) / LOG_NAME

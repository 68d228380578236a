"""Start Sổ 57: the window, or the command line where the call has arguments."""

from __future__ import annotations

import multiprocessing
import sys


def main() -> None:
    """Choose between window and command line."""
    multiprocessing.freeze_support()
    if len(sys.argv) > 1:
        from desktop.cli import main as start
    else:
        from desktop.app import main as start
    start()


if __name__ == "__main__":
    main()

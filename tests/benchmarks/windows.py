"""Start and memory of the window against an empty PySide6 window, on a store of 120 rows and two years of figures."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.benchmarks.big_plans import store_of
from tests.benchmarks.measuring import ROOT, ROUNDS, Measure, as_installed, process_seconds

START, MEMORY = 1.5, 2.0
ROWS, MONTHS = 120, 24
ONCE_PAINTED = """
import os, resource, sys
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

class OncePainted(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, leave)
        return False

def leave():
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, flush=True)
    os._exit(0)

app = QApplication([])
watch = OncePainted()
"""
EMPTY_WINDOW = f"""{ONCE_PAINTED}
from PySide6.QtWidgets import QMainWindow
window = QMainWindow()
window.installEventFilter(watch)
window.show()
app.exec()
"""
OUR_WINDOW = f"""{ONCE_PAINTED}
from pathlib import Path
from desktop import app as start
from ui.window import MainWindow
start.prepare(app)
window = MainWindow(start.surroundings())
window.overview.body.installEventFilter(watch)  # hidden until it is filled
window.show()
window.session.open(Path(sys.argv[1]))
app.exec()
"""


def window_measures() -> list[Measure]:
    """Measure until the first screen shows how the period stands, and the memory at that moment."""
    with tempfile.TemporaryDirectory() as name:
        home, store = Path(name), Path(name) / "so.so57"
        store_of(store, ROWS, MONTHS)
        env = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "HOME": str(home), "XDG_DATA_HOME": str(home / "data")}
        ours, empty = [OUR_WINDOW, str(store)], [EMPTY_WINDOW]
        seconds = [process_seconds(_command(code, *rest), env) for code, *rest in (ours, empty)]
        memory = [_peak(_command(code, *rest), env) for code, *rest in (ours, empty)]
    return [
        Measure(
            "start to the first screen, 120 rows and two years",
            seconds[0] / seconds[1],
            START,
            f"{seconds[0] * 1000:.0f} ms against an empty window's {seconds[1] * 1000:.0f} ms",
        ),
        Measure(
            "memory at that moment",
            memory[0] / memory[1],
            MEMORY,
            f"{memory[0]:.0f} MB against an empty window's {memory[1]:.0f} MB",
        ),
    ]


def _command(code: str, *arguments: str) -> list[str]:
    return [sys.executable, "-c", code, *arguments]


def _peak(command: list[str], env: dict[str, str]) -> float:
    """Return the median peak memory in MB that the process tells of itself."""
    own = as_installed(env)
    told = [
        float(subprocess.run(command, check=True, cwd=ROOT, env=own, capture_output=True, text=True).stdout.split()[-1])
        for _ in range(ROUNDS)
    ]
    return sorted(told)[ROUNDS // 2]

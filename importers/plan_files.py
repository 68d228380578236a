"""Plans in: a plan file of an office, or one of the built-in plans."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import resources
from models.errors import BadFile, NotFound
from models.plan_format import plan_from_dict
from models.plan_reader import broken, quoted
from models.plans import Plan

LARGEST_FILE = 20_000_000  # bytes; the five plans as issued have under 200 kB
FOLDER = "plans"


def built_in_plans() -> tuple[str, ...]:
    """Return the ids of the plans that come with the app."""
    return tuple(sorted(Path(name).stem for name in resources.names(FOLDER, ".json") if ".schema" not in name))


def load_plan(name: str) -> Plan:
    """Return the built-in plan of that id, or the plan of that file; NotFound or BadFile say what to do."""
    if name in built_in_plans():
        return plan_from_dict(_parse(resources.path(f"{FOLDER}/{name}.json")))
    return plan_from_dict(_parse(_file(name)))


def _file(name: str) -> Path:
    """Return the path of an office's own plan file."""
    path = Path(name)
    try:
        if path.is_file():
            return path
        is_folder = bool(name) and path.is_dir()
    except (OSError, ValueError):  # a name no file can have, or a folder that may not be looked into
        is_folder = False
    if is_folder:
        raise BadFile(
            f"{quoted(name, 200)} là một thư mục, không phải tệp kế hoạch. Hãy chỉ ra tệp kế hoạch trong thư mục đó."
        )
    known = ", ".join(built_in_plans())
    raise NotFound(
        f"Không có kế hoạch {quoted(name, 200)}. Các kế hoạch có sẵn: {known}; hoặc hãy chỉ ra một tệp kế hoạch."
    )


def _parse(path: Path) -> object:
    """Read a JSON file from outside; every fault is one sentence that names the file."""
    name = quoted(path.name, 200)
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise BadFile(f"Tệp {name} quá lớn để là một tệp kế hoạch (trên 20 MB). Hãy kiểm tra lại tệp.")
        return json.loads(path.read_bytes().decode("utf-8-sig"), object_pairs_hook=_unique)
    except OSError as error:
        raise BadFile(
            f"Không mở được tệp {name}: không có quyền đọc, tệp đang bị khóa hoặc ổ đĩa lỗi. Hãy kiểm tra tệp và ổ đĩa."
        ) from error
    except UnicodeDecodeError as error:
        raise BadFile(
            f"Tệp {name} không phải tệp kế hoạch: nội dung không phải chữ UTF-8 (từ byte thứ {error.start + 1}). "
            "Hãy chọn tệp khác."
        ) from error
    except json.JSONDecodeError as error:
        raise broken(f"tệp {name} sai cấu trúc JSON ở dòng {error.lineno}, cột {error.colno}") from error
    except RecursionError as error:
        raise BadFile(f"Tệp {name} không phải tệp kế hoạch: các mục lồng nhau quá sâu. Hãy chọn tệp khác.") from error
    except ValueError as error:  # a whole number of thousands of digits
        raise broken(f"tệp {name} có số quá dài") from error


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Refuse an object that names a key twice, since one of the two would vanish silently."""
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise broken(f"mục {quoted(key)} được ghi hai lần trong cùng một nhóm{_bearing(found)}")
        found[key] = value
    return found


def _bearing(found: dict[str, Any]) -> str:
    """Return by which entry a group can be found in the file, where it has one."""
    names = ((name, found.get(name)) for name in ("key", "id", "name", "title"))
    return next((f" (nhóm có “{name}” là {quoted(value)})" for name, value in names if isinstance(value, str)), "")

"""Check that plain data become a plan and back, and that each fault is one sentence that names its place."""

import copy
import json
import math
import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

import resources
from models.errors import BadFile
from models.plan_format import head_to_dict, plan_from_dict, plan_to_dict
from tests.models.small_plan import small_plan

SCHEMA = Draft202012Validator(resources.read_json("plans/plan.schema.json"))
Path = tuple[str | int, ...]
Broken = Callable[[dict[str, Any]], object]


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA.schema)


@pytest.mark.parametrize("name", resources.names("plans", ".json"))
def test_built_in_plans_are_valid_and_round_trip(name: str) -> None:
    if name.endswith(".schema.json"):
        return
    data = resources.read_json(name)
    plan = plan_from_dict(data)
    assert SCHEMA.is_valid(data)
    assert SCHEMA.is_valid(plan_to_dict(plan))
    assert plan_from_dict(plan_to_dict(plan)) == plan


def test_every_part_comes_back() -> None:
    data = small_plan()
    SCHEMA.validate(data)
    plan = plan_from_dict(data)
    written = json.loads(json.dumps(plan_to_dict(plan)))
    assert plan_from_dict(written) == plan
    for name in ("document", "duties", "layouts", "agencies", "assignment_rows", "unit_duties", "corrections"):
        assert written[name] == data[name]
    assert not {"indicator_rows", "task_rows", "corrections"} & head_to_dict(plan).keys()


def test_optional_parts_may_be_missing() -> None:
    data = small_plan()
    for name in ("assignment_rows", "unit_duties", "corrections"):
        del data[name]
    data["layouts"] = {}
    data["duties"][0] |= {"due": None}
    del data["schedule_columns"][0]["first_year"]
    SCHEMA.validate(data)
    plan = plan_from_dict(data)
    assert (plan.corrections, plan.duties[0].due, plan.schedule_columns[0].first_year) == ((), None, None)


def test_texts_become_nfc() -> None:
    data = small_plan()
    data["commune"] = "Thu\u031b\u0309"
    assert plan_from_dict(data).commune == "Thử"


@pytest.mark.parametrize("data", [None, [], "so57-plan", 57, {}, {"format": "so57-package", "version": 1}])
def test_other_json_is_no_plan(data: object) -> None:
    assert "không phải tệp kế hoạch của Sổ 57" in fault(data)


def test_newer_version() -> None:
    assert "phiên bản 2 (mục “version” ở đầu tệp)" in fault(small_plan() | {"version": 2})
    assert "Hãy cập nhật Sổ 57" in fault(small_plan() | {"version": 2})


# What is done to the data of the small plan, and the place that the sentence then names.
FAULTS: dict[str, tuple[Broken, str]] = {
    "missing key": (lambda d: d.pop("milestones"), "thiếu mục “milestones” ở phần đầu tệp"),
    "missing part": (lambda d: d.pop("document"), "thiếu mục “document” ở phần đầu tệp"),
    "missing in a row": (lambda d: d["task_rows"][2].pop("name"), "thiếu mục “name” ở “task_rows”, dòng 3"),
    "missing in a column": (
        lambda d: d["layouts"]["tasks"]["columns"][0].pop("field"),
        "thiếu mục “field” ở “columns”, dòng 1 của mục “tasks” của mục “layouts”",
    ),
    "unknown key": (lambda d: d["task_rows"][2].update(leed="x"), "“task_rows”, dòng 3 có mục lạ “leed”"),
    "unknown top key": (lambda d: d.update(plans=[]), "phần đầu tệp có mục lạ “plans”"),
    "unknown layout": (lambda d: d["layouts"].update(forms={}), "mục “layouts” có mục lạ “forms”"),
    "no text": (lambda d: d["document"].update(title=57), "mục “title” ở mục “document” phải là chữ"),
    "no list": (lambda d: d.update(task_rows={}), "mục “task_rows” ở phần đầu tệp phải là một danh sách"),
    "no object": (lambda d: d["duties"].append("x"), "“duties”, dòng 2 phải là một nhóm mục có tên"),
    "no texts": (lambda d: d["agencies"][0].update(aliases=[1]), "mục “aliases” ở “agencies”, dòng 1 phải là chữ"),
    "blank part": (
        lambda d: d["agencies"][0].update(aliases=[" "]),
        "mục “aliases” ở “agencies”, dòng 1 có phần để trống",
    ),
    "blank name": (lambda d: d["indicator_rows"][1].update(name=" "), "mục “name” ở “indicator_rows”, dòng 2 để trống"),
    "blank cell": (lambda d: d["task_rows"][3]["schedule"].update({"2025": ""}), "“task_rows”, dòng 4 để trống"),
    "control character": (lambda d: d.update(issuer="UBND\x00"), "mục “issuer” ở phần đầu tệp có ký tự không in được"),
    "half a letter": (lambda d: d.update(issuer="\ud800"), "mục “issuer” ở phần đầu tệp có ký tự không in được"),
    "endless text": (lambda d: d.update(issuer="x" * 10_001), "mục “issuer” ở phần đầu tệp dài quá 10000 ký tự"),
    "year out of range": (
        lambda d: d["milestones"].append(2101),
        "mục “milestones” ở phần đầu tệp phải là năm từ 2000 đến 2100, không phải “2101”",
    ),
    "year as a text": (lambda d: d["milestones"].append("2035"), "“milestones” ở phần đầu tệp phải là năm"),
    "year that is none": (lambda d: d["milestones"].append([]), "không phải mục thuộc loại khác"),
    "year of a target": (
        lambda d: d["indicator_rows"][1]["targets"].update({"1999": "1%"}),
        "mục “targets” ở “indicator_rows”, dòng 2 phải là năm từ 2000 đến 2100, không phải “1999”",
    ),
    "words for a year": (lambda d: d["indicator_rows"][1]["targets"].update(nay="1%"), "không phải chữ “nay”"),
    "years backwards": (lambda d: d["schedule_columns"][1].update(last_year=2025), "“schedule_columns”, dòng 2"),
    "milestones backwards": (lambda d: d["milestones"].append(2030), "“milestones” phải tăng dần"),
    "not a number": (lambda d: d["milestones"].append(math.nan), "“milestones” ở phần đầu tệp phải là năm"),
    "day out of range": (lambda d: d["duties"][0]["due"].update(day=32), "mục “day” ở mục “due” của “duties”, dòng 1"),
    "true for a number": (lambda d: d["duties"][0]["due"].update(month=True), "mục “month” ở mục “due”"),
    "unknown word": (
        lambda d: d["duties"][0].update(direction="up"),
        "mục “direction” ở “duties”, dòng 1 là “up”; chỉ nhận outgoing, incoming, inspection",
    ),
    "unknown calendar": (lambda d: d["duties"][0].update(calendar="own:32"), "“duties”, dòng 1 là “own:32”"),
    "id for a path": (lambda d: d.update(id="../x"), "mục “id” ở phần đầu tệp là “../x”"),
    "key with a blank": (lambda d: d["task_rows"][0].update(key="nv I"), "mục “key” ở “task_rows”, dòng 1 là “nv I”"),
    "endless key": (lambda d: d["task_rows"][0].update(key="n" * 99), "mục “key” ở “task_rows”, dòng 1"),
    "repeated row key": (lambda d: d["task_rows"][3].update(key="ct-I"), "mã dòng “ct-I” được ghi hai lần"),
    "repeated duty": (lambda d: d["duties"].append(d["duties"][0]), "chế độ báo cáo “bao-cao-thang” được ghi hai lần"),
    "repeated column": (lambda d: d["schedule_columns"][1].update(id="2025"), "cột thời gian “2025” được ghi hai lần"),
    "repeated unit": (lambda d: d["agencies"].append(d["agencies"][0]), "đơn vị “Phòng Kinh tế” được ghi hai lần"),
    "unknown parent": (lambda d: d["task_rows"][1].update(parent="nv-V"), "dòng “nv-I.1” thuộc dòng “nv-V”"),
    "later parent": (lambda d: d["indicator_rows"][0].update(parent="ct-I.1"), "dòng “ct-I” thuộc dòng “ct-I.1”"),
    "parent elsewhere": (lambda d: d["task_rows"][1].update(parent="ct-I"), "dòng “nv-I.1” thuộc dòng “ct-I”"),
    "unknown twin": (lambda d: d["indicator_rows"][2].update(same_as="ct-V"), "dòng “ct-I.2” cùng chỉ tiêu với"),
    "own twin": (lambda d: d["indicator_rows"][2].update(same_as="ct-I.2"), "dòng “ct-I.2” cùng chỉ tiêu với"),
    "unknown milestone": (lambda d: d["milestones"].pop(), "có cột “target:2030” mà kế hoạch không có"),
    "unknown target": (
        lambda d: d["indicator_rows"][1]["targets"].update({"2035": "100%"}),
        "dòng “ct-I.1” có cột “2035” mà kế hoạch không có",
    ),
    "unknown column": (
        lambda d: d["task_rows"][3]["schedule"].update(deadline="x"),
        "dòng “nv-I.1.2” có cột “deadline” mà kế hoạch không có",
    ),
}


@pytest.mark.parametrize("name", FAULTS)
def test_faults_name_their_place(name: str) -> None:
    break_it, place = FAULTS[name]
    data = small_plan()
    break_it(data)
    assert place in fault(data)


ONLY_THE_APP_SEES = {
    "years backwards",
    "milestones backwards",
    "repeated row key",
    "repeated duty",
    "repeated column",
    "repeated unit",
    "unknown parent",
    "later parent",
    "parent elsewhere",
    "unknown twin",
    "own twin",
    "unknown milestone",
    "unknown target",
    "unknown column",
}


@pytest.mark.parametrize("name", FAULTS.keys() - ONLY_THE_APP_SEES)
def test_the_schema_refuses_what_the_app_refuses(name: str) -> None:
    data = small_plan()
    FAULTS[name][0](data)
    assert not SCHEMA.is_valid(data)


def paths(value: object, above: Path = ()) -> Iterator[Path]:
    """Yield the place of every value within the data."""
    entries: Any = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in entries:
        yield (*above, key)
        yield from paths(inner, (*above, key))


def put(data: Any, path: Path, value: object) -> None:
    """Set a value at its place; a later change may find that place gone."""
    for key in path[:-1]:
        data = data[key]
    data[path[-1]] = value


ODD_TEXTS = st.sampled_from(["", " ", "\x00", "\ud800", "2025", "ct-I", "9" * 5000, "２０３０", "e\u0302\u0301"])
LEAVES = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9) | ODD_TEXTS
VALUES = st.recursive(
    LEAVES, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner, max_size=3)
)


@given(path=st.sampled_from(list(paths(small_plan()))), value=VALUES)
def test_any_other_value_loads_or_is_refused(path: Path, value: object) -> None:
    data = small_plan()
    put(data, path, value)
    loads_or_is_refused(data)


@given(path=st.sampled_from(list(paths(small_plan()))), other=st.sampled_from(list(paths(small_plan()))))
def test_any_value_of_the_plan_in_another_place(path: Path, other: Path) -> None:
    data = small_plan()
    value: Any = small_plan()
    for key in other:
        value = value[key]
    put(data, path, value)
    loads_or_is_refused(data)


@pytest.mark.parametrize("path", list(paths(small_plan())), ids=str)
def test_any_value_removed_loads_or_is_refused(path: Path) -> None:
    data = small_plan()
    parent: Any = data
    for key in path[:-1]:
        parent = parent[key]
    del parent[path[-1]]
    loads_or_is_refused(data)


def loads_or_is_refused(data: dict[str, Any]) -> None:
    """Load the data; what loads keeps to the schema and comes back, what does not is one sentence."""
    before = copy.deepcopy(data)
    try:
        plan = plan_from_dict(data)
    except BadFile as error:
        is_a_sentence(error.sentence)
        return
    SCHEMA.validate(data)
    SCHEMA.validate(plan_to_dict(plan))
    assert plan_from_dict(plan_to_dict(plan)) == plan
    assert data == before


def fault(data: object) -> str:
    with pytest.raises(BadFile) as caught:
        plan_from_dict(data)
    is_a_sentence(caught.value.sentence)
    return caught.value.sentence


def is_a_sentence(sentence: str) -> None:
    """Check that an officer can read it: one line, of bearable length, that ends with what to do."""
    assert re.search(r"\. Hãy [^.]+\.$", sentence)
    assert sentence.isprintable()
    assert len(sentence) < 400

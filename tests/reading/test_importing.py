"""Whatever a foreign table holds: it is read, and each of its rows is a draft or reported."""

import csv
import io
import re
import string
from contextlib import redirect_stdout
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mkdocs_casebook.cli import FAILED, OK, main
from mkdocs_casebook.markdown_extension import InlineMarkdown
from mkdocs_casebook.model.case import Case
from mkdocs_casebook.reading.front_matter import split
from mkdocs_casebook.reading.importing import (
    ImportMap,
    drafts_of,
    read_foreign_table,
    read_map,
)
from mkdocs_casebook.reading.importing.delimited import read_rows
from mkdocs_casebook.reading.importing.values import as_markdown
from mkdocs_casebook.reading.yaml_mapping import read_mapping
from mkdocs_casebook.views.drafts import draft_file
from mkdocs_casebook.views.view import View
from tests.sites import site_of, small_study

FOREIGN = Path(__file__).parents[1] / "cli" / "foreign"
MAP = (FOREIGN / "map.yml").read_text("utf-8")
COLUMNS = (FOREIGN / "schemes.csv").read_text("utf-8").partition("\n")[0].split(";")
LOSING = {"broken-table", "skipped-row"}
"""The codes of a row without a draft."""

SIGNS = " \"'\n,;|\t[]*_@<&#:-=/°.éœ\u00a0\u2028\x07\ufeff"
TEXTS = st.text(st.sampled_from(string.ascii_letters + string.digits + SIGNS), max_size=12)
DATES = ["1990", "1995", "01/02/1990", "ongoing", "n/a", ""]
PLACES = ["Belgium", "France", "0° 0' 0\"", "50.8", "4,3", "12 000"]
LISTS = ["Housing, work", "City | Police", "public | public", "a", "b"]
USUAL = st.sampled_from([*DATES, *PLACES, *LISTS])
PATIENT = settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@st.composite
def tables(draw: st.DrawFn) -> bytes:
    """Draw a table with the columns of the map, whole or broken."""
    width = len(COLUMNS)
    rows = draw(st.lists(st.lists(TEXTS | USUAL, min_size=width, max_size=width), max_size=6))
    if draw(st.booleans()):
        text = io.StringIO()
        csv.writer(text, delimiter=";").writerows([COLUMNS, *rows])
        written = text.getvalue()
    else:
        written = "\n".join(";".join(row) for row in [COLUMNS, *rows])
    return written.encode(draw(st.sampled_from(["utf-8", "utf-16", "utf-8-sig"])))


@cache
def the_map() -> ImportMap:
    map, problems = read_map(MAP, "map.yml", Case)
    assert map is not None
    assert problems == []
    return map


@cache
def a_view() -> View:
    with TemporaryDirectory() as folder:
        site = site_of(small_study(Path(folder)))
    return View(site, "index.md", InlineMarkdown(site).render)


@PATIENT
@given(tables())
def test_every_row_is_a_draft_or_reported(data: bytes) -> None:
    table, problems = read_foreign_table(data, "table.csv", delimiter=";")
    assert [cell.text for cell in table.header] == COLUMNS
    drafts, more = drafts_of(table, the_map(), Case)
    lost = [each for each in (*problems, *more) if each.code in LOSING]
    unread = [each for each in problems if each.code in LOSING]
    assert len(drafts) + len(lost) == len(table.rows) + len(unread)
    lines = {draft.span.line for draft in drafts} | {each.span.line for each in lost}
    assert {row[0].span.line for row in table.rows} <= lines
    assert len({draft.id for draft in drafts}) == len(drafts)


@PATIENT
@given(tables())
def test_every_value_of_a_draft_comes_from_its_row_or_the_map(data: bytes) -> None:
    table, _ = read_foreign_table(data, "table.csv", delimiter=";")
    rows = {row[0].span.line: row for row in table.rows}
    for draft in drafts_of(table, the_map(), Case)[0]:
        said = " ".join(cell.text for cell in rows[draft.span.line])
        if "title" in draft.data:
            assert draft.data["title"] in re.sub(r"[ \t\n]+", " ", said)
        for year in re.findall(r"\d{4}", str(draft.data.get("period", ""))):
            assert year in said
        if "country" in draft.data:
            assert {"BE": "Belgium", "FR": "France"}[draft.data["country"]] in said


@PATIENT
@given(tables())
def test_every_draft_can_be_read_back(data: bytes) -> None:
    table, _ = read_foreign_table(data, "table.csv", delimiter=";")
    for draft in drafts_of(table, the_map(), Case)[0]:
        text = draft_file(draft.data, "table.csv", draft.missing, draft.unplaced)
        parts = split(text)
        fields, _, problems = read_mapping(parts.front_matter or "", "draft.md", 2)
        assert problems == []
        assert fields == _as_texts(draft.data)


def _as_texts(value: object) -> object:
    """Return data as front matter gives it: every scalar a text."""
    if isinstance(value, dict):
        return {name: _as_texts(each) for name, each in value.items()}
    if isinstance(value, list):
        return [_as_texts(each) for each in value]
    return str(value)


@settings(PATIENT, max_examples=60)
@given(tables() | st.binary(max_size=80), st.booleans())
def test_no_table_makes_the_command_crash(data: bytes, declared: bool) -> None:
    with TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "docs").mkdir()
        (root / "mkdocs.yml").write_text("site_name: A study\ndocs_dir: docs\n")
        (root / "map.yml").write_text(MAP if declared else MAP.replace('delimiter: ";"', ""))
        (root / "table.csv").write_bytes(data)
        names = [str(root / name) for name in ("table.csv", "map.yml", "mkdocs.yml")]
        with redirect_stdout(io.StringIO()):
            code = main(["import", "cases", names[0], "--map", names[1], "-f", names[2]])
        assert code in {OK, FAILED}


@PATIENT
@given(st.text(max_size=300) | st.text(st.sampled_from(":{}[]'\"- \nabid"), max_size=40))
def test_no_map_makes_it_crash(text: str) -> None:
    map, problems = read_map(text, "map.yml", Case)
    assert (map is None) == bool(problems)


@PATIENT
@given(
    st.lists(st.lists(TEXTS, min_size=2, max_size=4), min_size=1, max_size=6),
    st.sampled_from([",", ";", "\t", "|"]),
)
def test_what_python_writes_is_read_as_it_was(rows: list[list[str]], delimiter: str) -> None:
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter, lineterminator="\n").writerows(rows)
    found, problems = read_rows(text.getvalue(), delimiter, "table.csv")
    assert problems == []
    assert [[cell.text for cell in row] for row in found] == rows


@PATIENT
@given(st.lists(st.text(st.sampled_from('ab",\n'), max_size=8), min_size=1, max_size=6))
def test_each_cell_stands_where_it_is_said_to(lines: list[str]) -> None:
    text = "\n".join(lines)
    numbered = text.split("\n")
    for row in read_rows(text, ",", "table.csv")[0]:
        for cell in row:
            behind = numbered[cell.span.line - 1][cell.span.column - 1 :]
            start = cell.text.partition("\n")[0].partition('"')[0]
            assert behind.removeprefix('"').startswith(start)


@PATIENT
@given(TEXTS)
def test_every_text_survives_as_markdown(text: str) -> None:
    tidy = re.sub(r"[ \t\n]+", " ", text.replace("\x07", "")).strip()
    assert a_view().plain(as_markdown(tidy)).strip() == tidy

"""``casebook import cases``: a foreign table becomes drafts, and nothing is lost in silence."""

import csv
import io
import re
from pathlib import Path

import pytest

from mkdocs_casebook.checks import find_problems
from mkdocs_casebook.cli import FAILED, OK, USAGE, main
from mkdocs_casebook.markdown_extension import InlineMarkdown
from mkdocs_casebook.model.case import Case
from mkdocs_casebook.model.kinds import Kind
from mkdocs_casebook.reading.front_matter import split
from mkdocs_casebook.reading.importing import read_map
from mkdocs_casebook.reading.settings import read_configuration
from mkdocs_casebook.reading.study import read_study
from mkdocs_casebook.reading.yaml_mapping import read_mapping
from mkdocs_casebook.views.view import View
from tests.sites import site_of, small_study

FOREIGN = Path(__file__).parent / "foreign"
TABLE, MAP = FOREIGN / "schemes.csv", FOREIGN / "map.yml"
SMALL_MAP = "id: Code\nfields:\n  title: Name\n  country: Country\n"
REPORTED = re.compile(r"^(?P<file>[^:\n]*):(?P<line>\d+):(?P<column>\d+): (?P<rest>.*)$", re.M)


class Importer:
    """A study, and what an import into it said and wrote."""

    def __init__(self, root: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.root, self._capsys = small_study(root / "study"), capsys
        self.drafts = self.root / "drafts"

    def __call__(self, table: Path | str | bytes, map: Path | str, *more: str) -> tuple[int, str]:
        named = []
        for content, name in ((table, "table.csv"), (map, "map.yml")):
            path = content if isinstance(content, Path) else self.root / name
            if not isinstance(content, Path):
                path.write_bytes(content if isinstance(content, bytes) else content.encode())
            named.append(str(path))
        config = str(self.root / "mkdocs.yml")
        where = () if "--to" in more else ("--to", str(self.drafts))
        code = main(["import", "cases", named[0], "--map", named[1], "-f", config, *where, *more])
        return code, self._capsys.readouterr().out

    def written(self) -> dict[str, str]:
        """Return the drafts by id."""
        files = sorted(self.drafts.glob("*.md")) if self.drafts.exists() else []
        return {file.stem: file.read_text("utf-8") for file in files}

    def draft(self, id: str) -> dict[str, object]:
        """Return the fields of a draft."""
        return fields(self.written()[id])


@pytest.fixture
def importer(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Importer:
    return Importer(tmp_path, capsys)


def fields(text: str) -> dict[str, object]:
    parts = split(text)
    data, _, problems = read_mapping(parts.front_matter or "", "draft.md", parts.first_line)
    assert problems == []
    assert parts.body.strip() == ""
    return data or {}


def reports(output: str) -> set[tuple[int, str]]:
    """Return the lines of which an output speaks, each with the code of the problem."""
    return {
        (int(match["line"]), match["rest"].rpartition("[")[2].rstrip("]"))
        for match in REPORTED.finditer(output)
    }


# The foreign table


def test_every_row_of_the_foreign_table_is_a_draft_or_reported(importer: Importer) -> None:
    code, output = importer(TABLE, MAP)
    assert code == FAILED
    assert set(importer.written()) == {"a-01", "a-02", "a-03", "a-04", "a-05", "a-08"}
    assert "Wrote 6 drafts to" in output
    assert {(6, "skipped-row"), (7, "skipped-row"), (10, "skipped-row")} <= reports(output)
    assert {(9, "broken-table"), (11, "broken-table"), (13, "broken-table")} <= reports(output)
    assert "nothing from here to line 15 can be read" in output


@pytest.mark.parametrize(
    ("place", "code", "words"),
    [
        ("3:27", "blank-value", "Country"),
        ("3:36", "unplaced-value", "0° 0′ 0″ lies in the Gulf of Guinea"),
        ("4:55", "unplaced-value", "the end, 1995, lies before the start, 1999"),
        ("4:107", "blank-value", "Inhabitants"),
        ("5:17", "unplaced-value", "no value for Country 'Frnace'"),
        ("5:24", "blank-value", "Town, Latitude, Longitude, Start, Partners, Sectors"),
        ("6:1", "skipped-row", "the row has no id"),
        ("7:1", "skipped-row", "the id 'a-01' is that of line 2"),
        ("8:65", "unplaced-value", "a latitude without a longitude"),
        ("8:71", "unplaced-value", "'March 1990' is not a date of the form DD/MM/YYYY or YYYY"),
        ("8:118", "unplaced-value", "'Sectors' has 2 values, and its neighbour 3"),
        ("8:151", "unplaced-value", "must be a whole number, not 'many'"),
        ("1:89", "unplaced-column", "'Budget'"),
    ],
)
def test_what_found_no_place_is_reported_where_it_stands(
    place: str, code: str, words: str, importer: Importer
) -> None:
    _, output = importer(TABLE, MAP)
    found = [line for line in output.splitlines() if f"{TABLE}:{place}: " in line]
    assert any(words in line and line.endswith(f"[{code}]") for line in found), output


def test_nothing_is_invented(importer: Importer) -> None:
    importer(TABLE, MAP)
    # Blank country, coordinates at the origin, an end that is still open.
    assert importer.draft("a-02") == {
        "title": 'The "open" house',
        "areas": [{"name": "Harbour", "scale": "neighbourhood"}],
        "period": "1997/..",
        "project": {"problem": 'The "open" house'},
        "partners": [{"name": "City council", "sector": "public", "level": "local"}],
        "scheme": {"type": "partnership"},
        "policy_fields": ["Housing"],
        "exclusion_fields": ["housing"],
    }
    # An end before the start costs both; an end or a start that is blank is unknown.
    assert "period" not in importer.draft("a-03")
    assert importer.draft("a-04")["period"] == "/1998"
    assert importer.draft("a-08")["period"] == "1990/"
    # A constant describes a thing that is there: without a partner there is none of a level.
    assert "partners" not in importer.draft("a-04")
    assert "country" not in importer.draft("a-04")


def test_a_draft_says_what_it_lacks_and_what_found_no_place(importer: Importer) -> None:
    importer(TABLE, MAP)
    complete, draft = importer.written()["a-01"], importer.written()["a-04"]
    assert complete.startswith("---\n# A draft from schemes.csv, line 2.\ntitle:")
    assert "# Still missing: country, areas[1].name, partners.\n" in draft
    assert "# Not placed: the map has no value for Country 'Frnace' (schemes.csv:5:17)\n" in draft
    assert "TODO" not in draft


def test_a_whole_row_makes_a_whole_record(importer: Importer) -> None:
    importer(TABLE, MAP, "--to", str(importer.root / "docs/en/cases"))
    (importer.root / "docs/en/cases/a-05.md").unlink()
    study = read_study(read_configuration(importer.root / "mkdocs.yml")[0])
    found = study.find(Kind.CASE, "a-01")
    assert found is not None
    assert isinstance(found.record, Case)
    area = found.record.areas[0]
    assert (area.lat, area.lon, area.population) == (50.85, 4.35, 12500)
    assert found.record.period == "1995-03-01/1999-12-31"
    lacking = [each for each in find_problems(study) if each.span.file.endswith("a-02.md")]
    assert {each.code for each in lacking} >= {"missing-field", "invalid-value"}


def test_a_text_of_the_table_is_no_markup(importer: Importer, tmp_path: Path) -> None:
    importer(TABLE, MAP)
    site = site_of(small_study(tmp_path / "other"))
    project = importer.draft("a-05")["project"]
    assert isinstance(project, dict)
    view = View(site, "index.md", InlineMarkdown(site).render)
    assert view.plain(project["problem"]) == "*Not* a [link](x) by @silver_1994 & co"
    assert "<a" not in view.inline(project["problem"])


# Writing


def test_nothing_is_written_over(importer: Importer) -> None:
    importer.drafts.mkdir()
    (importer.drafts / "a-01.md").write_text("mine")
    code, output = importer(TABLE, MAP)
    assert code == FAILED
    assert importer.written()["a-01"] == "mine"
    assert (2, "skipped-row") in reports(output)
    assert "nothing is written over" in output
    before = importer.written()
    assert importer(TABLE, MAP)[0] == FAILED
    assert importer.written() == before


def test_a_dry_run_writes_nothing(importer: Importer) -> None:
    code, output = importer("Code,Name,Country\nA1,A,BE\n", SMALL_MAP, "--dry-run")
    assert code == OK
    assert not importer.drafts.exists()
    assert f"1 draft would be written:\n{importer.drafts / 'a1.md'}\n" in output


def test_drafts_go_to_the_cases_of_the_first_language(tmp_path: Path) -> None:
    root = small_study(tmp_path)
    (root / "table.csv").write_text("Code,Name,Country\nA1,A,BE\n")
    (root / "map.yml").write_text(SMALL_MAP)
    names = [str(root / name) for name in ("table.csv", "map.yml", "mkdocs.yml")]
    assert main(["import", "cases", names[0], "--map", names[1], "-f", names[2]]) == OK
    assert (root / "docs/en/cases/a1.md").is_file()


@pytest.mark.parametrize("missing", ["table.csv", "map.yml"])
def test_a_missing_file_is_a_wrong_call(
    missing: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = small_study(tmp_path)
    for name in {"table.csv", "map.yml"} - {missing}:
        (root / name).write_text("x")
    names = [str(root / name) for name in ("table.csv", "map.yml", "mkdocs.yml")]
    assert main(["import", "cases", names[0], "--map", names[1], "-f", names[2]]) == USAGE
    assert f"{missing}" in capsys.readouterr().err


# How tables are written

ROWS = [["Code", "Name", "Country"], ["a1", "Liège, où l’on œuvre", "BE"], ["a2", "B", "FR"]]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "windows-1252"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_encodings_delimiters_and_line_ends(
    delimiter: str, encoding: str, end: str, importer: Importer
) -> None:
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter, lineterminator=end).writerows(ROWS)
    code, output = importer(text.getvalue().encode(encoding), SMALL_MAP)
    assert code == OK, output
    assert importer.draft("a1") == {"title": "Liège, où l’on œuvre", "country": "BE"}
    assert ((2, "guessed-encoding") in reports(output)) == (encoding == "windows-1252")


def test_a_declared_encoding_that_is_not_that_of_the_table(importer: Importer) -> None:
    map = "table: {encoding: utf-8}\n" + SMALL_MAP
    code, output = importer("Code,Name,Country\nx,Liège,BE\n".encode("windows-1252"), map)
    assert (code, importer.written()) == (FAILED, {})
    assert "table.csv:2:5: error: byte 0xe8 is not UTF-8 [unreadable-file]" in output


def test_a_very_large_cell(importer: Importer) -> None:
    large = "word " * 400_000
    code, output = importer(f'Code,Name,Country\na1,"{large}",BE\na2,B,FR\n', SMALL_MAP)
    assert code == OK, output[:500]
    assert set(importer.written()) == {"a1", "a2"}


def test_a_line_end_in_a_cell_moves_no_line(importer: Importer) -> None:
    code, output = importer(
        'Code,Name,Country\na1,"two\nlines ""quoted""",BE\na2,B,Nowhere\n', SMALL_MAP
    )
    assert code == OK
    assert importer.draft("a1")["title"] == 'two lines "quoted"'
    assert (4, "unplaced-value") in reports(output)


@pytest.mark.parametrize(
    ("table", "message"),
    [
        ("", "the table is empty"),
        ("\n\n", "the table is empty"),
        ('"', "never closed"),
        ("Code,Name\na,b\n", "the table has no column 'Country'"),
        ("Code,Name,Country,Name\na,b,c,d\n", "the table has 2 columns 'Name'"),
        ("Code,Name,Country\nindex,b,BE\n", "no id can be made of 'index'"),
        ("Code,Name,Country\n?!,b,BE\n", "no id can be made of '?!'"),
        ('Code,Name,Country\na,b"c,BE,"\n', "never closed"),
        (b"\x81\xff,\x8d", "is not UTF-8"),
        (b"Code,Name,Country\na,b\x07,BE\n", "control character U+0007"),
    ],
)
def test_broken_tables(table: str | bytes, message: str, importer: Importer) -> None:
    code, output = importer(table, SMALL_MAP)
    assert message in output, output
    assert code == (OK if "control" in message else FAILED)


# Maps


@pytest.mark.parametrize(
    ("map", "place", "message", "hint"),
    [
        ("fields: {title: Name}\n", "1:1", "needs the field 'id'", ""),
        ("id: Code\nfields:\n  titel: Name\n", "3:3", "no field of a record", "'title'"),
        ("id: Cod\nfields:\n  title: Name\n", "1:5", "no column 'Cod'", "'Code'"),
        ("id: Code\nfields:\n  area.name: Name\n", "3:3", "there is no 'area'", "'areas'"),
        ("id: Code\nfields:\n  areas.name: Name\n", "3:3", "is a list", "areas[1]"),
        ("id: Code\nfields:\n  areas[1]: Name\n", "3:3", "has fields", "scale"),
        ("id: Code\nfields:\n  title.x: Name\n", "3:3", "leads too far", ""),
        ("id: Code\nfields:\n  title[1]: Name\n", "3:3", "no numbered items", "'title'"),
        ("id: Code\nfields:\n  period.begin: Name\n", "3:3", "no end of the period", "start"),
        ("id: Code\nfields:\n  title: {colum: Name}\n", "3:11", "no field 'colum'", "'column'"),
        ("id: Code\nfields:\n  title: {}\n", "3:10", "either a column or a constant", ""),
        ("id: {constant: x}\nfields:\n  title: Name\n", "1:5", "must come from a column", ""),
        (
            "id: Code\nfields:\n  period.end: {column: Name, date: DD/YY}\n",
            "3:15",
            "must hold YYYY once",
            "",
        ),
        (
            "id: Code\nfields:\n  areas[].name: Name\n  areas[1].scale: {constant: city}\n",
            "4:3",
            "both numbered items and items from one cell",
            "one of the two",
        ),
        ("id: 'Code\n", "1:5", "the quotation marks are not closed", "close them"),
        ("table: {encoding: latin}\nid: Code\nfields: {title: Name}\n", "1:19", "utf-8", ""),
    ],
)
def test_wrong_maps(map: str, place: str, message: str, hint: str, importer: Importer) -> None:
    code, output = importer("Code,Name,Country\na,b,BE\n", map)
    line = next((each for each in output.splitlines() if f"map.yml:{place}: error" in each), "")
    assert message in line, output
    assert hint in output
    assert (code, importer.written()) == (FAILED, {})


@pytest.mark.parametrize(
    ("cell", "rule", "period"),
    [
        ("3.4.1990", "date: D.M.YYYY", "1990-04-03/"),
        ("4/1990", "date: MM/YYYY", "1990-04/"),
        ("1990", "date: [DD/MM/YYYY, YYYY]", "1990/"),
        ("1990~", "", "1990~/"),
        ("31/02/1990", "date: DD/MM/YYYY", None),
        ("1/2/90", "date: DD/MM/YYYY", None),
        ("0/0/1990", "date: DD/MM/YYYY", None),
    ],
)
def test_dates(cell: str, rule: str, period: str | None, importer: Importer) -> None:
    map = f"id: Code\nfields:\n  period.start: {{column: Start, {rule}}}\n"
    _, output = importer(f"Code,Start\na,{cell}\n", map)
    assert importer.draft("a").get("period") == period
    assert ((2, "unplaced-value") in reports(output)) == (period is None)


@pytest.mark.parametrize(
    ("lat", "lon", "point"),
    [
        ("50° 51' 0\" N", "4° 21' 0\" W", ("50.85", "-4.35")),
        ("S 33° 30'", "70,5° O", ("-33.5", "-70.5")),
        ("0.0", "0.0", None),
        ("0° 0' 0\"", "0° 0' 0\"", None),
        ("0° 0' 0\" N", "9.45", ("0.0", "9.45")),
        ("51.48", "0", ("51.48", "0.0")),
        ("91", "4", None),
        ("50° 61'", "4", None),
        ("50° N", "4° N", None),
        ("north", "4", None),
        ("", "4", None),
        ("NaN", "4", None),
    ],
)
def test_coordinates(lat: str, lon: str, point: tuple[str, str] | None, importer: Importer) -> None:
    map = "id: Code\nfields:\n  areas[1].name: Code\n  areas[1].lat: Lat\n  areas[1].lon: Lon\n"
    text = io.StringIO()
    csv.writer(text, delimiter=";").writerows([["Code", "Lat", "Lon"], ["a", lat, lon]])
    _, output = importer(text.getvalue(), map)
    areas = importer.draft("a")["areas"]
    assert isinstance(areas, list)
    found = areas[0]
    if point is None:
        assert (2, "unplaced-value") in reports(output)
        assert found == {"name": "a"} or "lon" not in found or "lat" not in found
    else:
        assert (found["lat"], found["lon"]) == point


def test_the_map_in_the_documentation_is_right() -> None:
    page = Path(__file__).parents[2] / "docs/en/casebook/importing.md"
    maps = re.findall(r"```yaml title=\"map\.yml\"\n(.*?)```", page.read_text("utf-8"), re.S)
    assert maps
    for each in maps:
        map, problems = read_map(each, "map.yml", Case)
        assert problems == []
        assert map is not None

"""``casebook cite``: references and citations in every format, and what it says of mistakes."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from pybtex.database import parse_string

from mkdocs_casebook.cli import FAILED, OK, USAGE
from tests.cli.citing import cite, cited, refused
from tests.sites import small_study

GEDDES = "Tackling Social Exclusion in the European Union?"
HOSTILE = """\
@article{hostile,
  author = {\x1b]0;owned\x07 Evil, \x1b[2JEve},
  title = {A \u202etitle\u202c <script>alert(1)</script> \x1b[31mred \x9b31m [a](javascript:x)},
  journaltitle = {J\rournal},
  date = {2000},
  url = {javascript:alert(1)},
}
@misc{other\x1b[31m, title = {A key that colours}, date = {2001}}
"""
UNSEEN = re.compile(r"[\x00-\x08\x0b-\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]|\r(?!\n)")
NOTE_STYLE = """\
<style xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0">
  <citation><layout suffix="."><text variable="title"/></layout></citation>
</style>
"""


def test_the_default_is_chicago_in_the_language_of_the_study(
    study: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = cited(study, capsys, "geddes_2000")
    assert out == (
        f"Geddes, Mike. 2000. ‘{GEDDES}’. International Journal of Urban and Regional Research"
        " 24 (4): 782–800. https://doi.org/10.1111/1468-2427.00278.\n"
    )


def test_a_french_study(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    settings = "extra: {casebook: {languages: {fr: docs/fr}}}\n"
    study = small_study(tmp_path, {"mkdocs.yml": settings})
    assert f"«\u202f{GEDDES}\u202f»" in cited(study, capsys, "geddes_2000").replace(
        "\xa0", "\u202f"
    )


@pytest.mark.parametrize(
    ("arguments", "part"),
    [
        (("--style", "apa"), "Geddes, M. (2000). Tackling social exclusion"),
        (("--style", "apa", "--format", "html"), "<i>International Journal of Urban"),
        (("--style", "apa", "--format", "markdown"), "*International Journal of Urban"),
        (("--style", "apa", "--citation"), "(Geddes, 2000)"),
        (("--style", "apa", "--citation", "--locale", "fr"), "(Geddes, 2000)"),
        (("--style", "ieee"), "[1] M. Geddes"),
        (("--style", "chicago-notes", "--citation"), "Mike Geddes, ‘Tackling"),
        (("--style", "iso690-author-date-fr-no-abstract"), "n°\xa04, pp.\xa0782"),
        (("--style", "http://www.zotero.org/styles/apa"), "Geddes, M. (2000)"),
        (("--locale", "de"), "„Tackling"),
    ],
)
def test_styles_locales_and_formats(
    arguments: tuple[str, ...],
    part: str,
    study: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert part in cited(study, capsys, "geddes_2000", *arguments)


def test_several_sources_stand_in_the_order_of_the_style_and_are_told_apart(
    study: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = cited(study, capsys, "twin_two", "@geddes_2000", "twin_one", "twin_two", "--style", "apa")
    assert [line.partition(".")[0] for line in out.splitlines()] == [
        "Geddes, M",
        "Twin, A",
        "Twin, A",
    ]
    assert "(1999a). A first title" in out
    assert "(1999b). A second title" in out
    names = ("twin_one", "geddes_2000", "twin_two")
    out = cited(study, capsys, *names, "--style", "apa", "--citation")
    assert out == "(Geddes, 2000; Twin & Other, 1999a, 1999b)\n"


def test_html_tells_entries_apart(study: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = cited(study, capsys, "geddes_2000", "silver_1994", "--format", "html")
    assert out.count('<div class="csl-entry">') == out.count("</div>") == 2


def test_a_style_of_notes_without_references_prints_the_notes(
    study: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (study / "notes.csl").write_text(NOTE_STYLE, "utf-8")
    style = str(study / "notes.csl")
    out = cited(study, capsys, "twin_two", "twin_one", "--style", style)
    assert out == "A second title.\nA first title.\n"


@pytest.mark.parametrize("option", ["style: apa", "csl_file: styles/mine.xml"])
def test_the_style_of_the_study(
    option: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plugin = f"plugins: [casebook/bibliography: {{{option}}}]\n"
    study = small_study(tmp_path, {"mkdocs.yml": plugin, "styles/mine.xml": NOTE_STYLE})
    out = cited(study, capsys, "twin_one")
    assert out.startswith("Twin, A., & Other, B. (1999)." if "apa" in option else "A first title.")


@pytest.mark.parametrize("format_", ["bibtex", "biblatex", "ris", "csl-json"])
def test_data(format_: str, study: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = cited(study, capsys, "geddes_2000", "odd/key.x", "--format", format_)
    if format_ == "csl-json":
        assert [item["id"] for item in json.loads(out)] == ["geddes_2000", "odd/key.x"]
    elif format_ == "ris":
        assert out.count("\r\nER  - \r\n") == 2
        assert "DO  - 10.1111/1468-2427.00278\r\n" in out
    else:
        entries = parse_string(out, "bibtex").entries
        assert list(entries) == ["geddes_2000", "odd/key.x"]
        journal = "journal" if format_ == "bibtex" else "journaltitle"
        assert entries["geddes_2000"].fields[journal].startswith("International")


def test_data_take_what_an_entry_has_from_its_parent(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bib = """\
@xdata{press, publisher = {A press}}
@inbook{part, author = {A, B}, title = {Part}, crossref = {whole}, xdata = {press}}
@book{whole, title = {Whole}, date = {1999}, author = {C, D}}
"""
    study = small_study(tmp_path, {"bibliography.bib": bib})
    out = cited(study, capsys, "part", "--format", "biblatex")
    fields = parse_string(out, "bibtex").entries["part"].fields
    assert (fields["booktitle"], fields["publisher"]) == ("Whole", "A press")
    assert "only lends" in refused(study, capsys, "press")


def test_unknown_keys(study: Path, capsys: pytest.CaptureFixture[str]) -> None:
    err = refused(study, capsys, "silver_1994", "gedes_2000")
    assert "the bibliography has no entry 'gedes_2000'" in err
    assert "did you mean 'geddes_2000'?" in err
    assert "did you mean" not in refused(study, capsys, "zzzzzzzz")


def test_an_unreadable_entry_is_told_of_where_its_key_is_unknown(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    study = small_study(
        tmp_path, {"bibliography.bib": "@book{a, title = {A}}\n@book{b, title {B}}\n"}
    )
    assert "bibliography.bib:2:1" in refused(study, capsys, "b")
    assert cited(study, capsys, "a") != ""


def test_no_bibliography(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    study = small_study(tmp_path, {"bibliography.bib": b"\xff"})  # type: ignore[dict-item]
    assert "is not UTF-8" in refused(study, capsys, "a")
    (study / "bibliography.bib").unlink()
    assert "cannot be read" in refused(study, capsys, "a")


@pytest.mark.parametrize(
    ("style", "part"),
    [
        ("appa", "did you mean 'apa'?"),
        ("chicago", "did you mean 'chicago-"),
        ("", "give a name, or the path of a .csl file"),
        ("../apa.csl", "cannot be read: No such file"),
        ("\x00.csl", "cannot be read"),
    ],
)
def test_unknown_styles(
    style: str, part: str, study: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert part in refused(study, capsys, "geddes_2000", "--style", style)


NESTED = (
    f"<style><citation><layout>{'<group>' * 3000}{'</group>' * 3000}</layout></citation></style>"
)


@pytest.mark.parametrize(
    ("xml", "part"),
    [
        (b"", "no element found"),
        (b"\xff\xfe<", "is not UTF-8"),
        (b"<style>", "not well-formed"),
        (b"<!DOCTYPE style><style/>", "document type"),
        (b"<html/>", "a style begins with <style>"),
        (b"<style><citation/></style>", "has no <layout>"),
        (NESTED.encode(), "nested more than"),
        (
            NOTE_STYLE.replace('version="1.0"', 'et-al-min="²" et-al-use-first="x"').encode(),
            "Tackling",
        ),
        (
            NOTE_STYLE.replace("<citation", '<citation near-note-distance="x"').encode(),
            "Tackling",
        ),
        (
            NOTE_STYLE.replace(
                "<citation", "<bibliography><layout/></bibliography><citation"
            ).encode(),
            "shows nothing of 'geddes_2000'",
        ),
    ],
)
def test_broken_styles(
    xml: bytes, part: str, study: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (study / "mine.csl").write_bytes(xml)
    code = cite(study, "geddes_2000", "--style", str(study / "mine.csl"))
    captured = capsys.readouterr()
    assert part in captured.out + captured.err
    assert code == (FAILED if captured.err else OK)


@pytest.mark.parametrize("locale", ["french", "xx-YY", "../../x", "-"])
def test_unknown_locales(locale: str, study: Path, capsys: pytest.CaptureFixture[str]) -> None:
    err = refused(study, capsys, "geddes_2000", f"--locale={locale}")
    assert f"there is no locale '{locale}'" in err


def test_usage(study: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cite(study, "geddes_2000", "--format", "ris", "--style", "apa") == USAGE
    assert cite(study, "geddes_2000", "--format", "ris", "--citation") == USAGE
    assert capsys.readouterr().out == ""
    for arguments in ([], ["a", "--format", "xml"]):
        with pytest.raises(SystemExit) as stopped:
            cite(study, *arguments)
        assert stopped.value.code == USAGE


@pytest.mark.parametrize(
    "format_", ["text", "html", "markdown", "bibtex", "biblatex", "ris", "csl-json"]
)
def test_hostile_fields_do_not_reach_the_terminal(
    format_: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    study = small_study(tmp_path, {"bibliography.bib": HOSTILE})
    out = cited(study, capsys, "hostile", "--format", format_)
    assert not UNSEEN.search(out)
    if format_ in {"html", "markdown"}:
        assert "<script" not in out
        assert "href" not in out
        assert not re.search(r"(?<!\\)\]\(", out) or format_ == "html"
    assert not UNSEEN.search(refused(study, capsys, "other\x1b[32m\u202e"))


def test_to_a_pipe_that_closes_and_in_a_plain_locale(tmp_path: Path) -> None:
    study = small_study(tmp_path)
    command = f"{sys.executable} -m mkdocs_casebook.cli cite lenoir_1974"
    environment = {"PYTHONIOENCODING": "ascii", "PATH": ""}
    done = subprocess.run(
        command.split(), cwd=study, env=environment, capture_output=True, check=False
    )
    assert (done.returncode, done.stderr) == (OK, b"")
    assert "Lenoir, René. 1974" in done.stdout.decode()
    closed = subprocess.Popen(
        command.split(), cwd=study, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert closed.stdout is not None
    closed.stdout.close()
    assert closed.communicate()[1] == b""


def test_citing_loads_neither_mkdocs_nor_the_checks(tmp_path: Path) -> None:
    program = (
        "import sys; from mkdocs_casebook.cli import main; main(['cite', 'geddes_2000']);"
        "sys.exit(bool({'mkdocs', 'mkdocs_casebook.checks'} & set(sys.modules)))"
    )
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, cwd=small_study(tmp_path), capture_output=True, check=False)
    assert done.returncode == 0

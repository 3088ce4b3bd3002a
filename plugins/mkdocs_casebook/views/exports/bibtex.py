"""References as classic BibTeX, for styles and programs that know no biblatex.

What BibTeX has a name for gets it. Fields that it has no name for, such as ``urldate`` and
``eventdate``, stay: its styles pass over them. So every variable of CSL-JSON survives the way there
and back. Only the kind of a thesis or report, for which biblatex has keys and BibTeX has words,
stays in English: of ``genre``, other languages get what English says.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import reduce

from mkdocs_casebook.model.edtf import Moment, parse_period
from mkdocs_casebook.model.reference import Reference
from mkdocs_casebook.reading.csl_json import to_item
from mkdocs_casebook.reading.csl_json.entry_types import base_type, csl_type
from mkdocs_casebook.reading.csl_json.fields import joined_title
from mkdocs_casebook.reading.csl_json.inheritance import canonical
from mkdocs_casebook.reading.csl_json.names import NameVariable, parse_names, split_names
from mkdocs_casebook.reading.csl_json.terms import term
from mkdocs_casebook.views.exports.bib_entries import MONTHS, entry, escape_latex

_TYPES: Mapping[str, str] = {
    **{
        name: name
        for name in (
            *("article", "book", "booklet", "inbook", "incollection", "inproceedings", "manual"),
            *("proceedings", "unpublished", "misc"),
        )
    },
    **dict.fromkeys(("mvbook", "collection", "mvcollection", "reference", "mvreference"), "book"),
    "mvproceedings": "proceedings",
    **dict.fromkeys(("suppcollection", "inreference"), "incollection"),
    "suppperiodical": "article",
    "report": "techreport",
    "thesis": "phdthesis",
}
_IN_BOOKS = frozenset({"inbook", "bookinbook", "suppbook"})
_NAMES: Mapping[str, str] = {
    "journaltitle": "journal",
    "location": "address",
    "annotation": "annote",
    "eprinttype": "archiveprefix",
    "eprintclass": "primaryclass",
    "sortkey": "key",
}
_LISTS_OF_NAMES = ("author", "editor", "translator", "bookauthor")
_MONTH_NAMES = frozenset(
    """january february march april may june july august september october november
    december""".split()  # noqa: SIM905 (a list to read)
)
_KEPT_TYPES = frozenset({"datacd", "audiocd"})


def bibtex(references: Iterable[Reference]) -> str:
    """Return references as classic BibTeX, sorted by key.

    Args:
        references: The references, as ``resolve`` returned them: with what they take from others.
    """
    ordered = sorted(references, key=lambda each: each.key)
    return "\n".join(_entry(each) for each in ordered if each.type != "xdata")


def _entry(reference: Reference) -> str:
    found = _classic(reference)
    return entry(found.type, found.key, found.fields, bare_month=True)


def _classic(reference: Reference) -> Reference:
    """Return a reference as BibTeX can say it, with each step that does not change what it says."""
    before = to_item(reference)
    whole = reduce(lambda found, step: step(found), _STEPS, reference)
    if to_item(whole) == before:
        return whole
    for step in _STEPS:
        changed = step(reference)
        if to_item(changed) == before:
            reference = changed
    return reference


def _with_classic_type(reference: Reference) -> Reference:
    """Return a reference with a type of BibTeX's, and its type of CSL where that would be lost."""
    fields = canonical(reference.fields)
    csl = csl_type(reference.type, fields)
    kind = _classic_type(reference.type, fields)
    fields = _with_kind(kind, reference.type, fields)
    if csl_type(kind, fields) != csl:
        fields["entrysubtype"] = csl
    return replace(reference, type=kind, fields=fields)


def _with_classic_lists(reference: Reference) -> Reference:
    fields = dict(reference.fields)
    for name in _LISTS_OF_NAMES:
        if "=" in fields.get(name, ""):
            fields[name] = _classic_names(fields[name])
    return replace(reference, fields=fields)


def _with_shown_address(reference: Reference) -> Reference:
    """Return a reference with its address where the styles of BibTeX show it."""
    url = reference.get("url")
    shown = url.startswith(("http://", "https://")) and not set(url) & set("{}\\ ")
    if reference.type != "misc" or reference.get("howpublished") or not shown:
        return reference
    return replace(reference, fields={**reference.fields, "howpublished": rf"\url{{{url}}}"})


def _with_classic_names_of_fields(reference: Reference) -> Reference:
    thesis = reference.type.endswith("thesis")
    names = {**_NAMES, "institution": "school"} if thesis else _NAMES
    fields = {names.get(name, name): value for name, value in reference.fields.items()}
    return replace(reference, fields=fields)


def _classic_type(type: str, fields: Mapping[str, str]) -> str:
    base = base_type(type)
    if type in {"phdthesis", "mastersthesis", "techreport"}:
        return type
    if base in _IN_BOOKS:
        return "incollection" if fields.get("booktitle") or fields.get("maintitle") else "inbook"
    if base == "thesis" and fields.get("type", "").lower() == "mathesis":
        return "mastersthesis"
    return _TYPES.get(base, "misc")


def _with_kind(kind: str, type: str, fields: Mapping[str, str]) -> dict[str, str]:
    """Return the fields with words for the kind of a thesis or report, where BibTeX needs them."""
    found = dict(fields)
    written = found.pop("type", "")
    if written.lower() in _KEPT_TYPES:
        found["type"] = written
    elif (kind, written.lower()) in {("mastersthesis", "mathesis"), ("phdthesis", "phdthesis")}:
        pass
    elif written:
        found["type"] = term(written, "en")
    elif kind in {"techreport", "phdthesis"} and kind != type:
        default = {"bachelorsthesis": "bathesis", "bachelorthesis": "bathesis"}
        default["masterthesis"] = "mathesis"
        words = "Report" if kind == "techreport" else "Thesis"
        found["type"] = term(default[type], "en") if type in default else words
    return found


def _with_whole_titles(reference: Reference) -> Reference:
    """Return a reference with its subtitles in the titles."""
    found = dict(reference.fields)
    for prefix in ("", "book", "journal"):
        title, subtitle = found.get(f"{prefix}title", ""), found.get(f"{prefix}subtitle", "")
        if title and subtitle:
            found[f"{prefix}title"] = joined_title(title, subtitle)
            del found[f"{prefix}subtitle"]
            if not prefix and not found.get("maintitle") and not found.get("shorttitle"):
                found["shorttitle"] = title
    return replace(reference, fields=found)


def _classic_names(field: str) -> str:
    """Return biblatex's extended names as BibTeX writes names, where it can."""
    written = []
    for part in split_names(field):
        names = parse_names(part)
        plain = _classic_name(names[0]) if "=" in part and names else part
        written.append(plain.strip() if parse_names(plain) == names else part.strip())
    return " and ".join(written)


def _classic_name(name: NameVariable) -> str:
    part = {each: escape_latex(text) for each, text in name.items()}
    if "literal" in part:
        return f"{{{part['literal']}}}"
    family = f"{part.get('non-dropping-particle', '')} {part['family']}".strip()
    given = f"{part.get('given', '')} {part.get('dropping-particle', '')}".strip()
    return ", ".join(each for each in (family, part.get("suffix", ""), given) if each)


def _with_year(reference: Reference) -> Reference:
    """Return a reference with year, month and day for its date, as far as BibTeX can say it."""
    found = dict(reference.fields)
    if found.get("month", "").lower() in _MONTH_NAMES:
        found["month"] = found["month"].lower()[:3]
        reference = replace(reference, fields=found)
    try:
        period = parse_period(found.get("date", ""))
    except ValueError:
        return reference
    moment = period.start or period.end
    if moment is None:
        return reference
    for name in ("year", "month", "day"):
        found.pop(name, None)
    ends = [str(each.year) for each in (period.start, period.end) if each]
    found["year"] = "--".join(dict.fromkeys(ends))
    if not period.interval and _is_simple(moment):
        del found["date"]
        found["year"] = moment.text[:5] if moment.year < 0 else moment.text[:4]
        if moment.month:
            found["month"] = MONTHS[moment.month - 1]
        if moment.day:
            found["day"] = str(moment.day)
    return replace(reference, fields=found)


def _is_simple(moment: Moment) -> bool:
    season = moment.month is not None and moment.month > len(MONTHS)
    vague = moment.uncertain or moment.approximate or moment.unspecified
    return not season and not vague and not moment.text.startswith("Y")


_STEPS: tuple[Callable[[Reference], Reference], ...] = (
    _with_classic_type,
    _with_whole_titles,
    _with_classic_lists,
    _with_year,
    _with_shown_address,
    _with_classic_names_of_fields,
)

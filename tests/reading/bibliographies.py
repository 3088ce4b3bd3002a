"""Bibliographies made up by Hypothesis: what an author might write, and what nobody would."""

from hypothesis import strategies as st

from mkdocs_casebook.model.reference import Reference
from mkdocs_casebook.model.span import Span
from mkdocs_casebook.reading.csl_json.entry_types import ALIASES, TYPES
from mkdocs_casebook.reading.csl_json.known_fields import KNOWN_FIELDS

SPAN = Span("bibliography.bib")
PIECES = (
    *(" ", ", ", " and ", ": ", "--", "-", "~", "$", "_", "^", "#", "%", "&", '"', "'", "``", "''"),
    *("a", "B", "de la", "van", "Été", "1998", "i>", "<", "<i>", "</span>", "<script>", "\u202e"),
    *("{", "}", "{SNCF}", r"{\'e}", r"\"o", r"\emph{x}", r"\textbf{b}", r"\enquote{q}", r"\&"),
    *(r"\url{http://a.b/c}", r"\href{javascript:x}{y}", r"\unknown{z}", r"\em ", "\\", "$x^2$"),
    *(
        "family=",
        "given=",
        "useprefix=true",
        "others",
        "javascript:alert(1)",
        "https://doi.org/10.1/x",
    ),
)
DATES = ("2001", "2001-03-02", "1988/1995", "1997/..", "198X", "2020~", "1995-21", "-0099", "n.d.")


def texts() -> st.SearchStrategy[str]:
    """Return texts that look like the value of a field."""
    pieces = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=3)), max_size=8)
    return st.one_of(pieces.map("".join), st.sampled_from(DATES))


def balanced_texts() -> st.SearchStrategy[str]:
    """Return values as the reader gives them: one line, with balanced braces."""
    return texts().map(_as_read)


def references(values: st.SearchStrategy[str], most: int = 8) -> st.SearchStrategy[Reference]:
    """Return references with such values."""
    types = st.sampled_from([*sorted(TYPES), *sorted(ALIASES), "xdata", "strange"])
    names = st.sampled_from(sorted(KNOWN_FIELDS - {"crossref", "xdata"}))
    common = st.sampled_from(["author", "title", "subtitle", "date", "year", "month", "type"])
    fields = st.dictionaries(st.one_of(common, names), values, max_size=most)
    keys = st.from_regex(r"[A-Za-z0-9_:./+-]{1,8}", fullmatch=True)
    return st.builds(Reference, keys, types, fields, st.just(SPAN))


def _as_read(text: str) -> str:
    found, depth = [], 0
    for character in text:
        if (character == "}" and not depth) or 0xD800 <= ord(character) <= 0xDFFF:
            continue
        depth += {"{": 1, "}": -1}.get(character, 0)
        found.append(character)
    return " ".join(("".join(found) + "}" * depth).split())

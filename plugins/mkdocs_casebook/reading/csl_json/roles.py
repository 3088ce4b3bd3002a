"""Who did what in an entry, as the name variables of CSL."""

from collections.abc import Mapping

from mkdocs_casebook.reading.csl_json.latex import to_text
from mkdocs_casebook.reading.csl_json.names import NameVariable, parse_names
from mkdocs_casebook.reading.csl_json.short_names import with_short_names

_FIELDS: Mapping[str, str] = {
    "author": "author",
    "bookauthor": "container-author",
    "translator": "translator",
    "introduction": "contributor",
    "foreword": "contributor",
    "afterword": "contributor",
    "commentator": "contributor",
    "annotator": "contributor",
}
_SHORT: Mapping[str, str] = {"author": "shortauthor", "editor": "shorteditor"}
_EDITORS = ("editor", "editora", "editorb", "editorc")
_EDITOR_TYPES: Mapping[str, str] = {
    "editor": "editor",
    "redactor": "editor",
    "reviser": "editor",
    "compiler": "compiler",
    "curator": "curator",
    "director": "director",
    "organizer": "organizer",
    "producer": "producer",
    "executiveproducer": "executive-producer",
    "performer": "performer",
    "conductor": "performer",
    "composer": "composer",
    "illustrator": "illustrator",
    "interviewer": "interviewer",
    "narrator": "narrator",
    "host": "host",
    "guest": "guest",
    "chair": "chair",
    "scriptwriter": "script-writer",
    "screenwriter": "script-writer",
    "translator": "translator",
}
_AUTHORED_BY_BODIES = frozenset(
    {"report", "webpage", "document", "book", "standard", "legislation", "dataset", "software"}
)
_BODIES = ("institution", "organization")


def name_variables(fields: Mapping[str, str], csl: str) -> dict[str, list[NameVariable]]:
    """Return the name variables of an entry.

    Args:
        fields: Its fields, with biblatex's names.
        csl: Its type of CSL.
    """
    useprefix = "useprefix=false" not in fields.get("options", "").replace(" ", "").lower()
    found: dict[str, list[NameVariable]] = {}
    for name, variable in _variables(fields).items():
        names = parse_names(fields[name], useprefix=useprefix)
        if names:
            names = with_short_names(names, fields.get(_SHORT.get(name, ""), ""))
            found.setdefault(variable, []).extend(names)
    if csl == "interview" and "interviewer" in found and "author" not in found:
        found["author"] = found["interviewer"]
    return found


def body_as_author(fields: Mapping[str, str], csl: str) -> str:
    """Return the body that answers for a work that names no person, or nothing.

    Args:
        fields: Its fields, with biblatex's names.
        csl: Its type of CSL.
    """
    if csl not in _AUTHORED_BY_BODIES or fields.get("author") or fields.get("editor"):
        return ""
    return next((to_text(fields[name]) for name in _BODIES if fields.get(name)), "")


def _variables(fields: Mapping[str, str]) -> dict[str, str]:
    """Return the variable of each field of names that an entry has."""
    found = {name: variable for name, variable in _FIELDS.items() if fields.get(name)}
    for name in _EDITORS:
        if fields.get(name):
            kind = fields.get(f"{name}type", "editor" if name == "editor" else "collaborator")
            unknown = "editor" if name == "editor" else "contributor"
            found[name] = _EDITOR_TYPES.get(kind.strip().lower(), unknown)
    return found

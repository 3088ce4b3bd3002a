"""Identifiers and addresses of a source: only those that a public page may carry."""

import re
from collections.abc import Mapping
from urllib.parse import quote

from mkdocs_casebook.model.url import doi_address, is_safe, scheme
from mkdocs_casebook.reading.csl_json.latex import convert, to_text
from mkdocs_casebook.reading.csl_json.rich_text import clean, escape

_ESCAPED = re.compile(r"\\([%&#_$~{}])")
_TILDE = re.compile(r"\\(?:textasciitilde|~)(?:\{\})?\s*|\{\\(?:textasciitilde|~)(?:\{\})?\}")
_COMMAND = re.compile(r"\\(?:url|path|nolinkurl)\s*\{(.*)\}")
_UNSAFE = re.compile(r"""[\x00-\x20\x7f-\xa0<>"'`\\{}|^\u200b-\u200f\u2028-\u202f\u2060-\u206f]""")
_DOI_PREFIX = "https://doi.org/"
_ARXIV = "arxiv"
_ARCHIVES: Mapping[str, tuple[str, str]] = {
    _ARXIV: ("arXiv", "https://arxiv.org/abs/"),
    "jstor": ("JSTOR", "https://www.jstor.org/stable/"),
    "pubmed": ("PubMed", "https://pubmed.ncbi.nlm.nih.gov/"),
    "pmid": ("PubMed", "https://pubmed.ncbi.nlm.nih.gov/"),
    "pmc": ("PubMed Central", "https://www.ncbi.nlm.nih.gov/pmc/articles/"),
    "pmcid": ("PubMed Central", "https://www.ncbi.nlm.nih.gov/pmc/articles/"),
    "hdl": ("Handle", "https://hdl.handle.net/"),
    "handle": ("Handle", "https://hdl.handle.net/"),
    "googlebooks": ("Google Books", "https://books.google.com/books?id="),
    "hal": ("HAL", "https://hal.science/"),
}
_OWN_VARIABLES = {"pubmed": "PMID", "pmid": "PMID", "pmc": "PMCID", "pmcid": "PMCID"}
_LINKED = ("howpublished", "note", "title")


def address(written: str) -> str:
    """Return the address of a field ``url`` as a page may carry it, or nothing.

    Args:
        written: The field, in which LaTeX's special characters may be escaped.
    """
    command = _COMMAND.fullmatch(written.strip())
    text = _verbatim(command[1] if command else written)
    if not is_safe(text) or not scheme(text):
        return ""
    return _UNSAFE.sub(lambda found: quote(found[0]), text)


def identifiers(fields: Mapping[str, str]) -> dict[str, str]:
    """Return the variables of CSL for the identifiers and the address of an entry.

    Args:
        fields: Its fields, with biblatex's names.

    Returns:
        Among them a DOI as an address has it, with ``<`` as ``%3C``.
    """
    found = {
        "DOI": _doi(fields.get("doi", "")),
        "ISBN": to_text(fields.get("isbn", "")),
        "ISSN": to_text(fields.get("issn", "")),
        **_eprint(fields),
    }
    found["PMID"] = found.get("PMID") or to_text(fields.get("pmid", ""))
    found["PMCID"] = found.get("PMCID") or to_text(fields.get("pmcid", ""))
    own = address(fields.get("url", "")) or _linked(fields)
    if own.startswith(_DOI_PREFIX) and not found["DOI"]:
        found["DOI"] = _doi(own)
    found["URL"] = own or found.get("URL", "")
    return {variable: value for variable, value in found.items() if value}


def _verbatim(written: str) -> str:
    """Return a field in which LaTeX is no formatting, such as an address."""
    if "\\" in written:
        written = _ESCAPED.sub(r"\1", _TILDE.sub("~", written))
    return clean(written).strip("{} ")


def _doi(written: str) -> str:
    rebuilt = doi_address(_verbatim(written)) if written else None
    return rebuilt.removeprefix(_DOI_PREFIX) if rebuilt else ""


def _eprint(fields: Mapping[str, str]) -> dict[str, str]:
    number = _verbatim(fields.get("eprint", ""))
    if not number:
        return {}
    written = to_text(fields.get("eprinttype", ""))
    kind = written.lower() or (_ARXIV if fields.get("eprintclass") else "")
    if kind not in _ARCHIVES:
        if address(fields["eprint"]).startswith("http"):
            return {"URL": address(fields["eprint"])}
        return {"archive": written, "archive_location": escape(number)}
    name, start = _ARCHIVES[kind]
    number = re.sub(r"^(?:arxiv|hdl|pmid):\s*", "", number, flags=re.IGNORECASE)
    found = {"archive": name, "archive_location": escape(number)}
    found["URL"] = start + quote(number, safe="/.:-_()")
    if kind in _OWN_VARIABLES:
        found[_OWN_VARIABLES[kind]] = found.pop("archive_location")
        del found["archive"]
    if kind == _ARXIV:
        found["number"] = f"arXiv:{escape(number)}"
    return found


def _linked(fields: Mapping[str, str]) -> str:
    """Return the first address that other fields link to."""
    for name in _LINKED:
        value = fields.get(name, "")
        if "\\" in value:
            for link in convert(value).links:
                if address(link):
                    return address(link)
        elif value.startswith(("http://", "https://")) and " " not in value:
            return address(value)
    return ""

"""The file ``llms.txt``: what the site holds, for programs that read it (llmstxt.org)."""

import re

from mkdocs_casebook.model.document import Document
from mkdocs_casebook.model.kinds import Kind
from mkdocs_casebook.model.mention import Target
from mkdocs_casebook.views.addresses import page_of
from mkdocs_casebook.views.site import Site
from mkdocs_casebook.views.view import InlineRenderer, View

LLMS = "llms.txt"
"""Its path in the site of its language."""

_MARKDOWN = re.compile(r"[\\`*_\[\]<>]")


def llms(site: Site, description: str, render: InlineRenderer) -> str:
    """Return the file: the name of the site, what it is, and its records by kind.

    Args:
        site: The site.
        description: What the site is, in a sentence.
        render: Renders inline Markdown.
    """
    view = View(site, "index.md", render)
    parts = [f"# {_text(site.name)}", f"> {_text(description)}", _text(site.words("llms.note"))]
    for kind in Kind:
        records = site.study.of_kind(kind, site.language)
        if records and kind is not Kind.SOURCE:
            lines = "\n".join(_line(view, kind, each) for each in records)
            parts.append(f"## {_text(site.words(f'kinds.{kind}.many'))}\n\n{lines}")
    return "\n\n".join(parts) + "\n"


def _line(view: View, kind: Kind, document: Document) -> str:
    url = view.site.permanent_url(page_of(Target(kind, document.id)))
    summary = view.plain(document.record.summary) if document.record else ""
    return f"- [{_text(document.title)}]({url})" + (f": {_text(summary)}" if summary else "")


def _text(text: str) -> str:
    """Return a text on one line, in which Markdown finds nothing to do."""
    return " ".join(_MARKDOWN.sub(r"\\\g<0>", text).split())

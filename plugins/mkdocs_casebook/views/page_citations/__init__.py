"""The citations of a finished page, and the list of what it cites.

A citation is drawn in two steps. Where it stands, the Markdown extension leaves an element that
holds its cites and what the author wrote around them (``elements``). When the page is whole, the
style renders all its citations at once (``drawing``): numbers, notes and positions such as "ibid."
depend on what stands before.
"""

from mkdocs_casebook.views.page_citations.drawing import finish, finish_part, in_words
from mkdocs_casebook.views.page_citations.elements import (
    AFFIX,
    CITATION,
    FULL_REFERENCES,
    REFERENCES,
    cites_of,
)

__all__ = [
    "AFFIX",
    "CITATION",
    "FULL_REFERENCES",
    "REFERENCES",
    "cites_of",
    "finish",
    "finish_part",
    "in_words",
]

"""The list of sources, which a reader can narrow, search and group."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from mkdocs_casebook.model.kinds import Kind
from mkdocs_casebook.model.mention import Target
from mkdocs_casebook.model.text import capitalised
from mkdocs_casebook.views import reference as references
from mkdocs_casebook.views.addresses import page_name, page_of
from mkdocs_casebook.views.exports.coins import coins
from mkdocs_casebook.views.layout import Layout, LayoutBuilder, Title, Written
from mkdocs_casebook.views.references.bibliography import Bibliography
from mkdocs_casebook.views.references.facets import Choice, Facets, choices, facets_of
from mkdocs_casebook.views.templates import render
from mkdocs_casebook.views.view import View
from mkdocs_casebook.views.vocabulary import Vocabulary

_HIDE = ("navigation", "toc")
# What every reference manager reads; the page of a source has the other formats.
_LISTED_FORMATS = (("BibTeX", "bib"), ("RIS", "ris"))


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of the list.

    Attributes:
        anchor: Its id.
        href: The way to the page of the source.
        label: Author and year.
        reference: The full reference.
        kind: The kind of source, in words.
        cited: On how many pages it is cited, in words.
        key: Its key.
        facets: What the list can be narrowed by.
        coins: The reference as OpenURL.
        files: The formats of its data files, with the way to each.
    """

    anchor: str
    href: str
    label: str
    reference: Markup
    kind: str
    cited: str
    key: str
    facets: Facets
    coins: str
    files: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Entries under a heading.

    Attributes:
        anchor: Id of the heading.
        name: The heading; empty where there is only one group.
        note: What the entries have in common.
        entries: The entries, in order.
    """

    anchor: str
    name: str
    note: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class FacetGroup:
    """Values of one facet, of which a reader may choose several.

    Attributes:
        name: The name of the facet in the address of the narrowed list.
        title: Its name in words.
        choices: The values.
    """

    name: str
    title: str
    choices: tuple[Choice, ...]


def bibliography_page(view: View, bibliography: Bibliography, title: str = "") -> Layout:
    """Lay out the bibliography: works first, then the documents that support single statements.

    Args:
        view: The page.
        bibliography: The bibliography of the site.
        title: The title that the author of the page gave it, if any.
    """
    words = view.words
    name, lead = title or words(f"kinds.{Kind.SOURCE}.many"), words(f"leads.{Kind.SOURCE}")
    layout = LayoutBuilder(name, lead, hide=_HIDE)
    layout.add(Title(name), render("lead", view, text=lead), Written(""))
    sources = bibliography.sources
    # A style of numbers has no order of its own.
    in_order = sorted(sources, key=lambda key: references.folded(str(view.label(key))))
    entries = {
        key: _entry(view, bibliography, key) for key in bibliography.formatted.ordered(in_order)
    }
    years = [each.facets.first_year for each in entries.values() if each.facets.first_year]
    years += [each.facets.last_year for each in entries.values() if each.facets.last_year]
    original = view.site.study.settings.original
    files = [(file.format, view.file_href(file.path, original)) for file in bibliography.whole()]
    layout.add(
        render(
            "bibliography/list",
            view,
            groups=_groups(bibliography, entries, words),
            facets=_facet_groups(entries.values(), words),
            years=(min(years), max(years)) if years else None,
            total=len(entries),
            files=files,
            # The abstracts, for who searches: they would double what everybody loads.
            items=dict(files)["CSL-JSON"],
        )
    )
    layout.rest()
    return layout.build()


def _groups(
    bibliography: Bibliography, entries: Mapping[str, Entry], words: Vocabulary
) -> list[Group]:
    core = {key for key, source in bibliography.sources.items() if references.is_core(source)}
    if not core:
        note = words("source.count", n=len(entries))
        return [Group("", "", note, tuple(entries.values()))]
    parts = {
        "core": tuple(entry for key, entry in entries.items() if key in core),
        "other": tuple(entry for key, entry in entries.items() if key not in core),
    }
    return [
        Group(name, words(f"source.{name}"), words(f"source.{name}_note"), part)
        for name, part in parts.items()
        if part
    ]


def _entry(view: View, bibliography: Bibliography, key: str) -> Entry:
    words, reference = view.words, bibliography.sources[key]
    cited = len(view.site.mentions_of(Target(Kind.SOURCE, key)))
    item = bibliography.item(key)
    start = f"{Kind.SOURCE.pages}/{page_name(key)}/{page_name(key)}"
    return Entry(
        anchor=page_name(key),
        href=view.page_href(page_of(Target(Kind.SOURCE, key))),
        label=str(view.label(key)),
        reference=bibliography.formatted.default(key),
        kind=references.kind(reference, words),
        cited=words.count("source.cited_times", cited) if cited else words("source.uncited"),
        key=key,
        facets=facets_of(reference, item, words),
        coins=coins(item),
        files=tuple(
            (format, view.file_href(f"{start}.{ending}")) for format, ending in _LISTED_FORMATS
        ),
    )


def _facet_groups(entries: Iterable[Entry], words: Vocabulary) -> list[FacetGroup]:
    facets = [each.facets for each in entries]
    values = {
        "kind": [each.kind for each in facets],
        "language": [each.language for each in facets],
        "country": [code for each in facets for code in each.countries],
        "theme": [theme for each in facets for theme in each.themes],
    }
    names: Mapping[str, Callable[[str], str]] = {
        "kind": lambda value: words(f"source_type.{value}"),
        "language": lambda value: capitalised(words.language_name(value)),
        "country": words.country,
        "theme": lambda value: capitalised(words.theme(value)),
    }
    groups = [
        FacetGroup(facet, words(f"list.{facet}"), tuple(choices(found, names[facet])))
        for facet, found in values.items()
    ]
    return [group for group in groups if len(group.choices) > 1]

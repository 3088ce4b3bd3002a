"""Pages at the former addresses of definitions, which lead to the present ones."""

from collections.abc import Iterator

from markupsafe import Markup

from mkdocs_casebook.model.definition import Definition
from mkdocs_casebook.model.kinds import Kind
from mkdocs_casebook.model.mention import Target
from mkdocs_casebook.views.addresses import page_of, relative
from mkdocs_casebook.views.site import Site

_PAGE = Markup("""\
<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<title>{title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta http-equiv="refresh" content="0; url={href}">
<link rel="canonical" href="{canonical}">
</head>
<body>
<p>{sentence} <a href="{href}">{title}</a></p>
</body>
</html>
""")


def redirect_pages(site: Site) -> Iterator[tuple[str, str]]:
    """Yield the redirect pages of a site, for each former id and each version.

    They need no script, and no address of the site: they lead by relative ways.

    Args:
        site: The site.

    Yields:
        The path of each file from the root of this language's site, and its HTML.
    """
    for document in site.study.of_kind(Kind.DEFINITION, site.language):
        if not isinstance(document.record, Definition):
            continue
        versions = ["", *(str(each.version) for each in document.record.versions)]
        for former in document.record.former_ids:
            if site.study.find(Kind.DEFINITION, former) is not None:
                continue
            for version in versions:
                old = Target(Kind.DEFINITION, former, version)
                new = Target(Kind.DEFINITION, document.id, version)
                title = document.title
                if version:
                    title = site.words("version.title", term=title, n=version)
                yield _file(site, page_of(old)), _html(site, page_of(old), page_of(new), title)


def _file(site: Site, page: str) -> str:
    path = site.path(page).removeprefix(site.prefix(site.language))
    return f"{path}index.html" if path.endswith("/") else path


def _html(site: Site, old: str, new: str, title: str) -> str:
    href = relative(site.path(new), site.path(old))
    return _PAGE.format(
        language=site.language,
        title=title,
        href=href,
        canonical=site.permanent_url(new) if site.url else href,
        sentence=site.words("redirect.moved"),
    )

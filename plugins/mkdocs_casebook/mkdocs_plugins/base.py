"""What the three plugins have in common. The first of them that MkDocs runs leads the build."""

from collections.abc import Callable, Iterator
from html import escape
from pathlib import Path
from typing import cast

from jinja2 import Environment
from mkdocs.config.base import Config
from mkdocs.config.config_options import ExtraScriptValue
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from mkdocs_casebook.markdown_extension import InlineMarkdown
from mkdocs_casebook.mkdocs_plugins.build import Build, start_build
from mkdocs_casebook.mkdocs_plugins.contents import keep_spaces
from mkdocs_casebook.mkdocs_plugins.unsearched import Unsearched
from mkdocs_casebook.model.kinds import Kind
from mkdocs_casebook.views.assets import ENTRY, STYLESHEET, cache_folder, site_assets
from mkdocs_casebook.views.pages.layouts import generated_pages
from mkdocs_casebook.views.pages.whole import WHOLE
from mkdocs_casebook.views.redirects import redirect_pages
from mkdocs_casebook.views.references.files import DataFile
from mkdocs_casebook.views.site import Site
from mkdocs_casebook.views.skos import vocabulary_files
from mkdocs_casebook.views.social_cards import SocialCard, card_path, drawn, social_cards
from mkdocs_casebook.views.theme import theme_directory, theme_environment
from mkdocs_casebook.views.view import InlineRenderer

# Python-Markdown does nothing at all with an empty text. The layout replaces this title.
_TITLE_ONLY = "# …\n"

_AFTER_THE_SEARCH = -50

# What the page of errors offers.
_WAYS_IN = (Kind.DEFINITION, Kind.CASE, Kind.FINDING, Kind.QUESTION, Kind.SOURCE)


class NoOptions(Config):
    """A plugin without options of its own."""


class CasebookPlugin(BasePlugin[NoOptions]):
    """Base of the three plugins."""

    kinds: tuple[Kind, ...] = ()
    """The kinds of record whose pages this plugin generates."""

    build: Build
    leads: bool = False
    _unsearched: Unsearched

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read and check the study, or share what the first plugin read."""
        others = (each for each in config.plugins.values() if isinstance(each, CasebookPlugin))
        leader = next(others, self)
        if leader is not self:
            self.build = leader.build
            return config
        self.leads = True
        self.build = start_build(config)
        self._unsearched = Unsearched()
        config.markdown_extensions.append(self.build.extension)  # type: ignore[arg-type]
        config.theme.dirs.insert(0, str(theme_directory()))
        config.extra_css.insert(0, STYLESHEET)
        config.extra_javascript.append(_module(ENTRY))
        if self._is_study(config):
            # One scope for all languages: who prefers the dark prefers it in each.
            config.extra.setdefault("scope", "/")
        return config

    def on_serve(
        self, server: LiveReloadServer, config: MkDocsConfig, builder: Callable[..., object]
    ) -> LiveReloadServer:
        """Watch the bibliography and the records of the other languages too."""
        if self.leads:
            configuration = self.build.configuration
            settings = configuration.settings
            for name in (*settings.bibliography, *settings.languages.values()):
                if (path := configuration.root / name).exists():
                    server.watch(str(path))
        return server

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Add the generated pages of this plugin's kinds, and the site's own files."""
        site, layouts = self.build.site, self.build.layouts
        for page in generated_pages(site):
            ours = page.kind in self.kinds if page.kind else self.leads
            if ours and files.get_file_from_path(page.page) is None:
                _add(files, File.generated(config, page.page, content=page.markdown or "\n"))
        for file in files.documentation_pages():
            document = layouts.document(file.src_uri)
            if document is not None and document.kind in self.kinds:
                file.inclusion = InclusionLevel.NOT_IN_NAV
        for document in site.study.of_kind(Kind.SOURCE, site.language):
            # The note on a source is shown on the page of the source.
            note = files.get_file_from_path(document.page)
            if note is not None and Kind.SOURCE in self.kinds:
                files.remove(note)
        if Kind.DEFINITION in self.kinds:
            _redirect(files, config, site)
        for data in self._data_files(config):
            _generate(files, config, data.path, data.text)
        if self.leads:
            cache = cache_folder(self.build.configuration.root)
            for path, content in site_assets(cache, whole=self._is_study(config)).items():
                _generate(files, config, path, content)
            for name, card in self._social_cards(config):
                _generate(files, config, card_path(name), drawn(card, cache))
        return files

    def _social_cards(self, config: MkDocsConfig) -> Iterator[tuple[str, SocialCard]]:
        """Yield the social cards; a site without an address has no use for them."""
        site = self.build.site
        if site.url and self._is_study(config):
            yield from social_cards(site, config.site_description or "", _renderer(site))

    def _data_files(self, config: MkDocsConfig) -> Iterator[DataFile]:
        """Yield the data files about this plugin's kinds."""
        site, layouts = self.build.site, self.build.layouts
        if Kind.SOURCE in self.kinds and site.study.settings.citations.source_pages:
            yield from layouts.bibliography.files()
        if Kind.DEFINITION in self.kinds:
            yield from layouts.definition_files()
            yield from vocabulary_files(site, _renderer, config.copyright)
        if Kind.CASE in self.kinds:
            yield from layouts.case_files()
        if self.leads and self._is_study(config):
            yield from layouts.site_files(config.site_description or "")

    def _is_study(self, config: MkDocsConfig) -> bool:
        """Tell whether the site is a study: other plugins of ours are there beside this one."""
        plugins = config.plugins.values()
        return any(isinstance(each, CasebookPlugin) and each is not self for each in plugins)

    def on_nav(self, nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
        """Put each generated page below the list of its kind, so that its tab shows as active."""
        for kind in self.kinds:
            index = files.get_file_from_path(kind.index_page)
            section = index.page.parent if index and index.page else None
            if not isinstance(section, Section):
                continue
            for file in files.documentation_pages():
                page = file.page
                if page and page.parent is None and file.src_uri.startswith(f"{kind.pages}/"):
                    page.parent = section
        return nav

    def on_env(self, env: Environment, config: MkDocsConfig, files: Files) -> Environment:
        """Let the templates of this package extend those of the theme."""
        if not self.leads:
            return env
        self._fill_whole_study(files)
        material = next(
            (Path(folder) for folder in config.theme.dirs if Path(folder, "base.html").exists()),
            None,
        )
        # The page of errors, too, is to know it, of which no event tells.
        env.globals["casebook_is_study"] = self._is_study(config)
        env.globals["casebook_words"] = self.build.site.words
        env.globals["casebook_indexes"] = [
            (kind, f"{kind.pages}/")
            for kind in _WAYS_IN
            if files.get_file_from_path(kind.index_page)
        ]
        return theme_environment(env, material) if material else env

    def _fill_whole_study(self, files: Files) -> None:
        """Put the records on the page of the whole study, now that all are rendered."""

        def content(page: str) -> str:
            file = files.get_file_from_path(page)
            html = (file.page.content or "") if file and file.page else ""
            return self._unsearched.put_back(page, html)

        whole = files.get_file_from_path(WHOLE)
        if whole and whole.page and self.build.layouts.document(WHOLE) is None:
            more = self.build.layouts.whole_study(content)
            whole.page.content = (whole.page.content or "") + more

    def on_page_markdown(
        self, markdown: str, page: Page, config: MkDocsConfig, files: Files
    ) -> str:
        """Turn the Markdown extension to the page, and tell MkDocs its title."""
        if not self.leads:
            return markdown
        name = page.file.src_uri
        document = self.build.layouts.document(name)
        is_record = document is not None and document.kind is not None
        layout = self.build.layouts.of(name, str(page.meta.get("layout", "")))
        if layout is not None:
            kept = {} if is_record else dict(page.meta)
            page.meta = {
                **kept,
                # The theme writes both into its templates as they are.
                "title": escape(layout.title, quote=False),
                "hide": list(layout.hide),
                "description": escape(str(kept.get("description") or layout.description)),
            }
            page.meta["search"] = {"boost": layout.search} if layout.search else {"exclude": True}
        strict_html = is_record or (layout is not None and document is None)
        self.build.extension.turn_to(name, lambda: layout, strict_html)
        return markdown if markdown.strip() or layout is None else _TITLE_ONLY

    def on_page_content(self, html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Mend the table of contents, and set aside what the search need not read."""
        if not self.leads:
            return html
        keep_spaces(page.toc, html)
        return self._unsearched.set_aside(page.file.src_uri, html)

    @event_priority(_AFTER_THE_SEARCH)
    def on_page_context(
        self, context: TemplateContext, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Tell where this page stands in the other languages, and what its head tells machines."""
        if self.leads:
            page.content = self._unsearched.put_back(page.file.src_uri, page.content or "")
            more = cast("dict[str, object]", context)
            more["casebook_alternates"] = self.build.layouts.alternates(page.file.src_uri)
            more["casebook_head"] = self.build.layouts.head(page.file.src_uri)
            document = self.build.layouts.document(page.file.src_uri)
            has_card = document is not None and document.kind not in {None, Kind.SOURCE}
            more["casebook_card"] = card_path(page.file.src_uri if has_card else "")
        return context


def _add(files: Files, file: File) -> None:
    file.inclusion = InclusionLevel.NOT_IN_NAV
    files.append(file)


def _generate(files: Files, config: MkDocsConfig, path: str, content: str | bytes) -> None:
    """Add a file of ours, unless the author has one of that path."""
    if files.get_file_from_path(path) is None:
        files.append(File.generated(config, path, content=content))


def _redirect(files: Files, config: MkDocsConfig, site: Site) -> None:
    """Lead the former addresses of definitions to the present ones."""
    for path, html in redirect_pages(site):
        _generate(files, config, path, html)


def _renderer(site: Site) -> InlineRenderer:
    return InlineMarkdown(site).render


def _module(path: str) -> ExtraScriptValue:
    script = ExtraScriptValue(path)
    script.type = "module"
    return script

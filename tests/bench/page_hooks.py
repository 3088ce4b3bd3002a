"""Hooks of MkDocs that tell the CPU seconds of generated pages apart; see ``citing_pages``.

What is counted is all that MkDocs and the plugins do for a page below ``bibliography/``: reading
it, converting its Markdown, and rendering its template. They are written to ``generated.txt``
beside the configuration.
"""

import time
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.pages import Page

FIRST, LAST = 1000, -1000


class _Clock:
    """Sums the CPU seconds of the pages that are generated."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self.started = 0.0

    def start(self) -> None:
        self.started = time.process_time()

    def stop(self, page: Page) -> None:
        if page.file.src_uri.startswith("bibliography/"):
            self.seconds += time.process_time() - self.started


_clock = _Clock()


@event_priority(FIRST)
def on_pre_page(page: Page, **_: Any) -> Page:
    _clock.start()
    return page


@event_priority(LAST)
def on_page_content(html: str, page: Page, **_: Any) -> str:
    _clock.stop(page)
    return html


@event_priority(FIRST)
def on_page_context(context: Any, **_: Any) -> Any:
    _clock.start()
    return context


@event_priority(LAST)
def on_post_page(output: str, page: Page, **_: Any) -> str:
    _clock.stop(page)
    return output


def on_post_build(config: MkDocsConfig, **_: Any) -> None:
    file = Path(config.config_file_path).with_name("generated.txt")
    file.write_text(str(_clock.seconds), encoding="utf-8")

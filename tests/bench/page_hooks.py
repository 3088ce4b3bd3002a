"""Hooks of MkDocs that measure the CPU seconds of each citing page; see ``citing_pages``.

What is counted is all that MkDocs and the plugins do for a page: reading it, converting its
Markdown, and rendering its template. The seconds are written to ``pages.json`` beside the
configuration, in the order of the pages.
"""

import json
import time
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.pages import Page

FIRST, LAST = 1000, -1000


class _Clock:
    """Sums the CPU seconds of each page."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self.started = 0.0

    def start(self) -> None:
        self.started = time.process_time()

    def stop(self, page: Page) -> None:
        name = page.file.src_uri
        self.seconds[name] = self.seconds.get(name, 0.0) + time.process_time() - self.started


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
    citing = [each for name, each in _clock.seconds.items() if name.startswith("page-")]
    file = Path(config.config_file_path).with_name("pages.json")
    file.write_text(json.dumps(citing), encoding="utf-8")

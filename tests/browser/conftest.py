"""A local server of the built site, and a browser that may ask it alone."""

import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    Request,
    Response,
    WebError,
    expect,
    sync_playwright,
)

from tests.browser import chromium
from tests.site.pages import BuiltSite

PATIENCE = 15_000
# Scripts come after the page: those of the widgets, and the theme's; on narrow windows, that one
# only when somebody is there.
READY = """() => !document.querySelector(".cb-narrow[inert]")
  && (!document.querySelector("script[data-src]") || "document$" in window
    || innerWidth < 960)"""

Visit = Callable[..., Page]


# As `docs/en/casebook/hosting.md` has it. The images are icons in the theme's style sheets.
POLICY = "default-src 'self'; img-src 'self' data:"


class _Handler(SimpleHTTPRequestHandler):
    """Serves files under the strictest policy they keep, and tells nobody of it."""

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        pass

    def list_directory(self, path: Any) -> None:
        self.send_error(404)


class _Server(ThreadingHTTPServer):
    """A server that does not mind a browser which goes away before it has everything."""

    def handle_error(self, request: Any, client_address: Any) -> None:
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder, and yield its address."""
    with _Server(("127.0.0.1", 0), partial(_Handler, directory=str(folder))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture(scope="session")
def address(built_site: BuiltSite) -> Iterator[str]:
    """Serve the built site, and return the address of its home page."""
    with served(built_site.root.parent) as root:
        yield f"{root}{built_site.root.name}/"


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start Chromium."""
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(
            executable_path=chromium.executable(), args=[*chromium.LAUNCH_ARGUMENTS]
        )
        expect.set_options(timeout=PATIENCE)
        yield started
        started.close()


@pytest.fixture
def visit(browser: Browser, address: str) -> Iterator[Visit]:
    """Return a function that opens a page; options are those of a browser context.

    The test fails when a page writes a warning or an error to the console, throws, or asks for
    anything outside the site.
    """
    faults: list[str] = []
    contexts: list[BrowserContext] = []

    def open_page(path: str, **options: Any) -> Page:
        context = browser.new_context(**{"reduced_motion": "reduce", **options})
        contexts.append(context)
        watch(context, path, address, faults)
        page = context.new_page()
        page.goto(address + path, wait_until="load")
        if options.get("java_script_enabled", True):
            page.wait_for_function(READY)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert not faults, "\n".join(faults)


def watch(context: BrowserContext, path: str, address: str, faults: list[str]) -> None:
    """Note what no page may do: warn, throw, or ask for anything outside an address."""
    outside = re.compile(f"^(?!{re.escape(address)})")
    context.route(outside, lambda route: route.abort())

    def note(what: str, detail: object) -> None:
        faults.append(f"{path or 'home'}: {what}: {detail}")

    def on_request(request: Request) -> None:
        if outside.match(request.url) and not request.url.startswith(("data:", "blob:")):
            note("asks outside", request.url)

    def on_response(response: Response) -> None:
        if response.status >= 400:
            note(f"answer {response.status}", response.url)

    def on_console(message: ConsoleMessage) -> None:
        if message.type in {"warning", "error"}:
            note("console", message.text)

    def on_error(error: WebError) -> None:
        note("throws", error.error)

    context.on("request", on_request)
    context.on("response", on_response)
    context.on("console", on_console)
    context.on("weberror", on_error)

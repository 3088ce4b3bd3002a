"""A study of many cases; ``python -m tests.bench.cases``.

Studies of 250, 500, 1,000 and 2,000 small cases (``tests.many_cases``) are built, each with the
plugins and without them, each build a process of its own. Given are

- the plugins' share: the CPU of the build with them beyond that of the build of the same files
  without, in all and a case; linear is what costs the same a case however many there are;
- what the list of cases weighs, as it is sent (gzip): the page, and the file of the whole list,
  which is fetched when a reader narrows it;
- how long Chromium takes from a click on a facet to the next frame, the median and the longest of
  several clicks with real input events (Event Timing, which rounds to 8 ms).
"""

import argparse
import gzip
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from tests.bench.cost import cost_of
from tests.many_cases import CONFIGURATION, study_of
from tests.studies import write

SIZES = (250, 500, 1000, 2000)
MOST_GROWTH, MOST_KILOBYTES, MOST_MILLISECONDS = 1.15, 300, 100
MKDOCS = (sys.executable, "-m", "mkdocs", "build", "--quiet")
FACETS = ("country", "period", "type", "exclusion", "policy", "judgement")
CLICKS = 3
# What takes less than a frame is not told.
FRAME = 16
LISTEN = """() => {
  globalThis.clicks = [];
  new PerformanceObserver((list) => {
    for (const each of list.getEntries()) if (each.name === "click") clicks.push(each.duration);
  }).observe({ type: "event", durationThreshold: 16 });
}"""


@dataclass(frozen=True, slots=True)
class Measured:
    """What a study costs.

    Attributes:
        with_plugins: CPU seconds of the build.
        without: CPU seconds of the build without the plugins.
        page: Bytes of the list of cases, as they are sent.
        file: Bytes of the file of the whole list.
        clicks: Milliseconds from each click to the next frame.
    """

    with_plugins: float
    without: float
    page: int
    file: int
    clicks: tuple[float, ...]

    @property
    def share(self) -> float:
        """CPU seconds of the plugins."""
        return self.with_plugins - self.without


def build(folder: Path, count: int, *, plugins: bool) -> float:
    """Write a study and build it; return the CPU seconds."""
    root = folder / f"{'with' if plugins else 'without'}-{count}"
    configuration = CONFIGURATION if plugins else {**CONFIGURATION, "plugins": []}
    write(root, study_of(count, configuration))
    environment = {"CASEBOOK_CACHE": str(folder / "cache"), "NO_MKDOCS_2_WARNING": "1"}
    return cost_of(MKDOCS, root, environment).seconds


def click(site: Path) -> tuple[float, ...]:
    """Click on the facets of a built list in Chromium; return the milliseconds of each click."""
    from playwright.sync_api import sync_playwright

    from tests.browser import chromium
    from tests.browser.conftest import served

    with served(site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium.executable(), args=[*chromium.LAUNCH_ARGUMENTS]
        )
        page = browser.new_page(viewport={"width": 1280, "height": 1000})
        page.goto(f"{address}cases/", wait_until="load")
        page.evaluate(LISTEN)
        made = 0
        for facet in FACETS:
            boxes = page.locator(f"input[name='{facet}']")
            for number in range(min(CLICKS, boxes.count())):
                # Once to narrow the list, once to widen it.
                for _ in range(2):
                    boxes.nth(number).click()
                    page.wait_for_timeout(100)
                    made += 1
        slow = tuple(page.evaluate("clicks"))
        browser.close()
    return (*slow, *(FRAME for _ in range(made - len(slow))))


def measure(folder: Path, count: int) -> Measured:
    """Build a study of so many cases with the plugins and without; weigh and try its list."""
    seconds = build(folder, count, plugins=True)
    site = folder / f"with-{count}/site"
    page, file = (
        len(gzip.compress(path.read_bytes())) if path.exists() else 0
        for path in (site / "cases/index.html", site / "cases/list.json")
    )
    without = build(folder, count, plugins=False)
    return Measured(seconds, without, page, file, click(site))


def report(found: Mapping[int, Measured]) -> str:
    """Return the table of what was measured."""
    lines = [
        f"{'cases':>8}{'CPU s':>9}{'without':>9}{'share':>9}{'ms a case':>11}"
        f"{'page KB':>10}{'file KB':>10}{'both':>8}{'click ms':>10}{'longest':>9}"
    ]
    for count, each in found.items():
        lines.append(
            f"{count:8,}{each.with_plugins:9.1f}{each.without:9.1f}{each.share:9.1f}"
            f"{each.share / count * 1000:11.1f}{each.page / 1024:10.1f}{each.file / 1024:10.1f}"
            f"{(each.page + each.file) / 1024:8.1f}{median(each.clicks):10.0f}"
            f"{max(each.clicks):9.0f}"
        )
    sizes = [*found]
    fewer, more = sizes[max(0, len(sizes) - 2)], sizes[-1]
    growth = (found[more].share / more) / (found[fewer].share / fewer)
    lines += [
        f"  a case of {more:,} beside one of {fewer:,}: {growth:.2f}, at most {MOST_GROWTH}",
        f"  at most {MOST_KILOBYTES} KB, and {MOST_MILLISECONDS} ms from a click to the next frame",
    ]
    return "\n".join(lines)


def main(sizes: tuple[int, ...] = SIZES) -> None:
    """Measure, and print a table.

    Args:
        sizes: How many cases the studies have.
    """
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        # The first build cuts fonts, once for all that follow.
        build(folder, 1, plugins=True)
        print(report({count: measure(folder, count) for count in sizes}))


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("sizes", nargs="*", type=int, default=SIZES)
    main(tuple(parser.parse_args().sizes))

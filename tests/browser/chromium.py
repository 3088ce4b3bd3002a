"""Finds the Chromium that the browser tests drive, and installs one where there is none.

A Chromium or Chrome on the PATH is taken as it is: first the headless shell, which starts a window
in a fifth of the time that a whole browser needs. Without any, root on a Debian system installs the
distribution's package; everybody else gets Playwright's own build, a headless shell too.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

NAMES = (
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
)
PACKAGES = ("chromium-headless-shell", "chromium")

# A test may ask the built site for pages, and nothing else for anything.
OFFLINE_ARGUMENTS = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
)


def is_root() -> bool:
    """Tell whether this process may install system packages."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


# Chromium does not start in its sandbox as root.
LAUNCH_ARGUMENTS = (*OFFLINE_ARGUMENTS, *(("--no-sandbox",) if is_root() else ()))


def version(path: Path) -> str | None:
    """Ask a browser for its version.

    Args:
        path: The browser's executable.

    Returns:
        What it says, or `None` when it does not run: some distributions ship a `chromium-browser`
        that only tells where to get one.
    """
    try:
        answer = subprocess.run(
            [path, "--version"], capture_output=True, check=True, text=True, timeout=30
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return answer.stdout.strip()


def executable() -> Path | None:
    """Find a Chromium on the PATH.

    Returns:
        Its path, or `None` when there is none that runs. Playwright's `launch` takes either as its
        `executable_path`: with `None` it starts its own build.
    """
    found = (shutil.which(name) for name in NAMES)
    return next((Path(path) for path in found if path and version(Path(path))), None)


def ensure() -> Path:
    """Find a Chromium, or install one.

    Returns:
        The path of a Chromium.

    Raises:
        subprocess.CalledProcessError: The installation failed.
    """
    path = executable()
    if path is None and is_root() and shutil.which("apt-get"):
        install_debian_package()
        path = executable()
    return path or install_playwright_build()


def install_debian_package() -> None:
    """Install the headless shell of the Debian system this runs on, or its whole Chromium."""
    print("Installing Debian's Chromium", flush=True)
    _run_quietly("apt-get", "update", "-qq")
    # Older systems do not have the shell.
    known = [name for name in PACKAGES if _is_package(name)]
    _run_quietly("apt-get", "install", "-qq", "-y", "--no-install-recommends", *known[:1])


def _is_package(name: str) -> bool:
    found = subprocess.run(
        ["apt-cache", "policy", name], capture_output=True, check=True, text=True
    )
    return "Candidate: (none)" not in found.stdout and "Candidate:" in found.stdout


def _run_quietly(*command: str) -> None:
    subprocess.run(
        command,
        check=True,
        env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
    )


def install_playwright_build() -> Path:
    """Install the Chromium that Playwright ships, unless it is there already.

    Returns:
        Its path.
    """
    with sync_playwright() as playwright:
        path = Path(playwright.chromium.executable_path)
    if not path.exists():
        print("Installing Playwright's Chromium", flush=True)
        subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=True)
    return path


def main() -> None:
    """Make sure there is a Chromium and print which."""
    path = ensure()
    print(f"Tests run in {version(path)} ({path})")


if __name__ == "__main__":
    main()

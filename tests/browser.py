"""A real browser without a window: what a page consists of, and what it looks like."""

import shutil
import subprocess
from pathlib import Path
from typing import Final

# Nothing is asked of the network, and nothing waits for the clock.
_FLAGS: Final = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--virtual-time-budget=5000",
)
# Blink's names for what a reader prefers.
_DARK: Final = "--blink-settings=preferredColorScheme=0"
_LIGHT: Final = "--blink-settings=preferredColorScheme=1"


def find_browser() -> str | None:
    """The browser's program, None where there is none."""
    debian = Path("/usr/bin/chromium")
    return str(debian) if debian.exists() else shutil.which("chromium")


def dump(browser: str, page: Path, *, dark: bool = False) -> str:
    """The document a page has become once its scripts ran."""
    return _run(browser, page, "--dump-dom", dark=dark)


def take_picture(browser: str, page: Path, target: Path, *, width: int, height: int) -> None:
    """A picture of a page of that size, in light colours, sharp on a good screen."""
    size = (f"--window-size={width},{height}", "--force-device-scale-factor=1.5")
    _run(browser, page, f"--screenshot={target}", *size, dark=False)


def _run(browser: str, page: Path, *flags: str, dark: bool) -> str:
    profile = f"--user-data-dir={page.parent / 'profile'}"
    command = [browser, *_FLAGS, _DARK if dark else _LIGHT, profile, *flags, page.as_uri()]
    done = subprocess.run(  # noqa: S603 - a browser on our own page
        command, capture_output=True, check=True, encoding="utf-8", timeout=120
    )
    return done.stdout

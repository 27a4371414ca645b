"""`./dev shots`: pictures of every kind of page, phone and desktop, light and dark, into docs/screenshots/.

They show the demo at one fixed moment, so that taking them again changes only what the design changed.
Words name the pages to take: `./dev shots season`.
"""

import io
import sys

from PIL import Image
from playwright.sync_api import Page, sync_playwright

from tests.stage import CHROMIUM, CHROMIUM_ARGS, PAGES, ROOT, staged

FOLDER = ROOT / "docs" / "screenshots"
BOOK = ROOT / "docs" / "screenshots.md"
SCREENS = {"phone": (390, 1300), "desktop": (1280, 1050)}
USUAL = [("phone", "light"), ("desktop", "dark")]
# The pages that readers come for are shown in all four.
WHOLE = {"front-page", "article", "season"}
MOST_BYTES = 60_000
INTRO = """# Screenshots

Every kind of page, from the demo as it stands on 22 November 2026. `./dev shots` takes them again.
"""


def wanted(name: str) -> list[tuple[str, str]]:
    """The screens and themes in which a page is shown."""
    others = [(screen, theme) for screen in SCREENS for theme in ("light", "dark")]
    return others if name in WHOLE else USUAL


def take(page: Page, url: str) -> bytes:
    page.goto(url, wait_until="load")
    # What waits to be scrolled to is to be seen, too.
    page.evaluate("document.querySelectorAll('img').forEach((img) => { img.loading = 'eager'; })")
    page.evaluate("Promise.all([...document.images].map((img) => img.decode().catch(() => {})))")
    return page.screenshot(
        clip={"x": 0, "y": 0, "width": page.viewport_size["width"], "height": _height(page)}
    )


def _height(page: Page) -> int:
    return min(page.viewport_size["height"], page.evaluate("document.documentElement.scrollHeight"))


def small(png: bytes) -> bytes:
    """The same picture as WebP, in no more bytes than a page of documentation should load."""
    with Image.open(io.BytesIO(png)) as opened:
        whole = opened.convert("RGB")
    less = whole.resize((whole.width * 2 // 3, whole.height * 2 // 3), Image.Resampling.LANCZOS)
    for picture, quality in ((whole, 80), (whole, 65), (less, 75), (less, 60), (less, 40)):
        out = io.BytesIO()
        picture.save(out, "WEBP", quality=quality, method=4)
        if out.tell() <= MOST_BYTES:
            break
    return out.getvalue()


def write_book() -> None:
    parts = [INTRO]
    for name in PAGES:
        shown = [f"screenshots/{name}-{screen}-{theme}.webp" for screen, theme in wanted(name)]
        title = name.replace("-", " ").capitalize()
        alts = [f"{title}, {screen}, {theme}" for screen, theme in wanted(name)]
        widths = [180 if screen == "phone" else 440 for screen, _ in wanted(name)]
        pictures = [
            f'<img src="{path}" alt="{alt}" width="{width}">'
            for path, alt, width in zip(shown, alts, widths, strict=True)
        ]
        parts.append(f"## {title}\n\n" + "\n".join(pictures) + "\n")
    BOOK.write_text("\n".join(parts), encoding="utf-8")


def main(*names: str) -> None:
    if unknown := set(names) - set(PAGES):
        sys.exit(f"There is no page called {', '.join(sorted(unknown))}. There are: {', '.join(PAGES)}.")
    FOLDER.mkdir(parents=True, exist_ok=True)
    with staged() as url, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=CHROMIUM_ARGS)
        for screen, (width, height) in SCREENS.items():
            page = browser.new_page(viewport={"width": width, "height": height}, reduced_motion="reduce")
            for name in names or PAGES:
                for theme in [theme for one, theme in wanted(name) if one == screen]:
                    page.emulate_media(color_scheme=theme)
                    path = FOLDER / f"{name}-{screen}-{theme}.webp"
                    path.write_bytes(small(take(page, url + PAGES[name])))
                    sys.stdout.write(f"{path.relative_to(ROOT)}  {path.stat().st_size // 1000} kB\n")
        browser.close()
    write_book()


if __name__ == "__main__":
    main(*sys.argv[1:])

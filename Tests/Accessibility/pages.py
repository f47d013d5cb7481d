"""Looks at pages as somebody would who cannot see them, or who has a narrow screen.

    pages.py CHROMIUM FOLDER [PICTURES]     every page is to be without fault
    pages.py CHROMIUM --broken FOLDER       every page is to have the fault that it is named for
"""

import importlib.resources
import os
import pathlib
import sys

from playwright.sync_api import sync_playwright

WIDTHS = (1280, 900, 360)
# The narrowest that a page has to fit, which is also 1280 pixels enlarged four times.
NARROW = (360, 320)
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

AXE = (importlib.resources.files("axe_playwright_python") / "axe.min.js").read_text()

RUN = """async tags => {
  const found = await axe.run(document, {runOnly: {type: 'tag', values: tags}});
  const said = list => list.flatMap(rule => rule.nodes.map(node =>
    [rule.id, node.target.join(' '), rule.help, node.html.slice(0, 160)]));
  return {faults: said(found.violations), unsure: said(found.incomplete)};
}"""

# What scrolls within the page has to be reached by keyboard, and to say what it is.
REGIONS = """() => [...document.querySelectorAll('body *')].filter(one =>
    /auto|scroll/.test(getComputedStyle(one).overflowX) && one.scrollWidth > one.clientWidth + 1)
  .flatMap(one => {
    const named = one.getAttribute('aria-label') || one.getAttribute('aria-labelledby');
    return one.tabIndex === 0 && one.getAttribute('role') && named ? [] : [one.outerHTML.slice(0, 160)];
  })"""

# The widest elements that reach beyond the edge, not what they stand in.
BEYOND = """() => document.documentElement.scrollWidth <= document.documentElement.clientWidth ? [] :
  [...document.querySelectorAll('body *')].filter(one => !one.children.length &&
    one.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
  .slice(0, 3).map(one => one.outerHTML.slice(0, 160)).concat(['the page'])"""

# axe does not judge words on a picture: they are to be dark enough, on nothing but white, and apart.
WORDS = """() => [...document.querySelectorAll('svg')].flatMap(svg => {
  const box = one => one.getBoundingClientRect();
  const meet = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1
    && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 3;
  const light = colour => colour.match(/[0-9]+/g).slice(0, 3).map(part => part / 255)
    .map(part => part <= .04045 ? part / 12.92 : ((part + .055) / 1.055) ** 2.4)
    .reduce((sum, part, place) => sum + part * [.2126, .7152, .0722][place], 0);
  const texts = [...svg.querySelectorAll('text')];
  const shapes = [...svg.querySelectorAll('rect[data-fill]')].filter(one => box(one).width > 0);
  const said = (word, one) => [word, one.outerHTML.slice(0, 160)];
  return texts.flatMap((one, place) => [
    ...texts.slice(place + 1).filter(other => meet(box(one), box(other))).map(() => said('words-meet', one)),
    ...shapes.filter(shape => meet(box(one), box(shape))).map(() => said('words-meet', one)),
    ...(1.05 / (light(getComputedStyle(one).fill) + .05) < 4.5 ? [said('words-faint', one)] : []),
    ...(box(one).right > box(svg).right + 1 || box(one).left < box(svg).left - 1 ? [said('words-cut', one)] : []),
  ]);
})"""

# In a reader's own colours the shapes of a picture keep theirs, so that it has to keep its ground.
DARK = """() => [...document.querySelectorAll('svg')]
  .filter(svg => getComputedStyle(svg).backgroundColor !== 'rgb(255, 255, 255)')
  .map(svg => svg.outerHTML.slice(0, 160))"""

WHY = {
    "words-meet": "Words on a picture stand apart from one another, and from its shapes.",
    "words-faint": "Words on a picture are 4.5 times as dark as its ground.",
    "words-cut": "Words on a picture stand inside of it.",
}

# As WCAG 1.4.12 has readers space their text: nothing may be cut off by it.
SPACED = """*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}
p{margin-bottom:2em!important}"""


class Pages:
    """A browser that is offline, and what was found with it."""

    def __init__(self, browser):
        self.browser = browser
        self.faults = []
        self.unsure = []

    def look(self, path):
        for width in WIDTHS:
            self.at(path, width)
        for width in NARROW:
            self.narrow(path, width)
        self.dark(path)

    def opened(self, path, width):
        page = self.browser.new_page(viewport={"width": width, "height": 900})
        asked = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(path.as_uri())
        for url in asked:
            if not url.startswith(("file:", "data:")):
                self.fault(path, width, "asks-elsewhere", url, "A page asks nobody for anything.")
        return page

    def at(self, path, width):
        page = self.opened(path, width)
        page.evaluate(AXE)
        found = page.evaluate(RUN, TAGS)
        for rule, target, help, html in found["faults"]:
            self.fault(path, width, rule, f"{target}: {html}", help)
        for rule, target, _, html in found["unsure"]:
            # The words on a picture are judged below.
            if not (rule == "color-contrast" and html.startswith("<text")):
                self.unsure.append(f"{path.name} at {width}: {rule}: {target}: {html}")
        for rule, html in page.evaluate(WORDS):
            self.fault(path, width, rule, html, WHY[rule])
        for html in page.evaluate(REGIONS):
            self.fault(path, width, "region-unnamed", html, "What scrolls has a role, a name and the keyboard.")
        page.close()

    def narrow(self, path, width):
        page = self.opened(path, width)
        for rule, style in (("too-wide", ""), ("too-wide-when-spaced", SPACED)):
            if style:
                page.add_style_tag(content=style)
            beyond = page.evaluate(BEYOND)
            for html in beyond:
                self.fault(path, width, rule, html, "A page does not scroll sideways.")
            if beyond:
                break
        page.close()

    def dark(self, path):
        page = self.opened(path, 900)
        page.emulate_media(forced_colors="active", color_scheme="dark")
        for html in page.evaluate(DARK):
            self.fault(path, 900, "picture-dark", html, "A picture keeps its ground in a reader's own colours.")
        page.close()

    def fault(self, path, width, rule, element, why):
        self.faults.append((path, rule, f"{path.name} at {width}: {rule}: {why}\n  {element}"))

    def picture(self, path, folder):
        """For a person to look at: in a reader's own colours on black, and on paper."""
        dark = {"forced_colors": "active", "color_scheme": "dark"}
        for name, media in (("forced", dark), ("print", {"media": "print"})):
            page = self.opened(path, 900 if name == "forced" else 700)
            page.emulate_media(**media)
            page.screenshot(path=str(folder / f"{path.stem}-{name}.png"), full_page=True)
            page.close()


def sound(pages, paths):
    """Whether no page has a fault."""
    for path in paths:
        pages.look(path)
    for _, _, words in pages.faults:
        print(f"FAULT: {words}")
    for words in pages.unsure:
        print(f"To be looked at: {words}")
    print(f"{len(paths)} pages, at {', '.join(map(str, WIDTHS))} pixels: {len(pages.faults)} faults.")
    return bool(paths) and not pages.faults


def noticed(pages, paths):
    """Whether each broken page has the fault that it is named for, and no other."""
    for path in paths:
        pages.look(path)
    missed = []
    for path in paths:
        said = {rule for one, rule, _ in pages.faults if one == path}
        if said != {path.stem}:
            missed.append(path)
            print(f"FAULT: {path.name} is broken, and what was said is: {', '.join(sorted(said)) or 'nothing'}")
    print(f"{len(paths)} pages broken on purpose: {len(paths) - len(missed)} noticed.")
    return bool(paths) and not missed


def main(chromium, *rest):
    broken = rest[0] == "--broken"
    folder = pathlib.Path(rest[1] if broken else rest[0])
    paths = sorted(path.resolve() for path in folder.rglob("*.html"))
    free = ["--no-sandbox"] if os.getuid() == 0 else []
    with sync_playwright() as driver:
        browser = driver.chromium.launch(
            executable_path=chromium, args=free + ["--host-resolver-rules=MAP * ~NOTFOUND"])
        pages = Pages(browser)
        passes = noticed(pages, paths) if broken else sound(pages, paths)
        if not broken and len(rest) > 1:
            pictures = pathlib.Path(rest[1])
            pictures.mkdir(parents=True, exist_ok=True)
            for path in paths:
                pages.picture(path, pictures)
        browser.close()
    return 0 if passes else 1


sys.exit(main(*sys.argv[1:]))

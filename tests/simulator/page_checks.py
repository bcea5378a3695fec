"""Checks that run in the page (contrast, names), and the smallest picture a camera can take."""

import struct
import zlib
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[2] / "bot" / "simulator" / "page"

# Texts whose contrast is under WCAG's AA (4.5, or 3 where large), as "ratio colour on ground: text".
# Grounds are looked for through the ancestors; half-clear ones are laid over what is below.
CONTRAST = """() => {
  const parse = text => {
    const canvas = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
    canvas.fillStyle = text; canvas.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data;
    return [r, g, b, a / 255];
  };
  const over = (top, under) => [0, 1, 2].map(i => top[i] * top[3] + under[i] * (1 - top[3]));
  const ground = node => {
    const layers = [];
    for (let at = node; at; at = at.parentElement) layers.push(parse(getComputedStyle(at).backgroundColor));
    return layers.reverse().reduce((under, layer) => layer[3] ? over(layer, under) : under, [255, 255, 255]);
  };
  const light = rgb => {
    const [r, g, b] = rgb.map(v => { v /= 255; return v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4; });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const found = new Set();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text; (text = walker.nextNode());) {
    const node = text.parentElement;
    if (!text.data.trim() || !node.checkVisibility({opacityProperty: true}) || node.closest('svg, noscript')) continue;
    const style = getComputedStyle(node);
    const below = ground(node);
    const ink = parse(style.color);
    if (ink[3] === 0) continue;
    const [a, b] = [light(over(ink, below)), light(below)].sort((x, y) => y - x);
    const ratio = (a + 0.05) / (b + 0.05);
    const size = parseFloat(style.fontSize);
    const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
    if (ratio < (large ? 3 : 4.5)) found.add(`${ratio.toFixed(2)} ${style.color} on ${below.map(Math.round)}: ${text.data.trim().slice(0, 40)}`);
  }
  return [...found];
}"""

# Visible controls that a screen reader would call nothing.
NAMELESS = """() => [...document.querySelectorAll('button, a[href], input, select, textarea, [role=button], [role=link]')]
  .filter(node => node.checkVisibility() && !node.closest('[aria-hidden=true]'))
  .filter(node => !(node.getAttribute('aria-label') || node.textContent.trim() || node.labels?.length || node.title))
  .map(node => node.outerHTML.slice(0, 120))"""


def page_files() -> dict[str, str]:
    """The page's files by name."""
    return {file.name: file.read_text(encoding="utf-8") for file in FOLDER.iterdir()}


def png(width: int, height: int) -> bytes:
    """A plain ochre picture of this size in pixels."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = (b"\0" + b"\xe2\xa9\x3b" * width) * height
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )

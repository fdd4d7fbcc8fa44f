// Whether a page can be read: no text cut off, none too small, at 200 % and with the text spacing of WCAG 1.4.12 as well.
import assert from 'node:assert/strict';
import { settled, sideways } from './page.mjs';

/** What a reader with 200 % sees of a window of 1440 × 900 px. */
const doubled = { width: 720, height: 450 };
const spacing = '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }';
const smallest = 13;

/**
 * Runs in the page. Each text must lie within whatever cuts what is in it, with room for the highest and lowest Vietnamese letters at
 * its place; the widest, too, unless all of it can be had otherwise.
 */
function textsAmiss(smallestSize) {
  const letters = 'ẶẴỖỢỬỰĐỳỹ';
  const pen = document.createElement('canvas').getContext('2d');
  const amiss = [];
  const cuts = (overflow) => overflow === 'hidden' || overflow === 'clip';
  /** What is one pixel large is for screen readers. */
  const forEars = (box) => box !== document.body && ((box.offsetWidth <= 1 && cuts(getComputedStyle(box).overflowX)) || forEars(box.parentElement));
  const shown = (owner) => owner.checkVisibility() && !owner.closest('.visually-hidden, option, svg') && !forEars(owner);
  const inkOf = (style) => {
    pen.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
    const { fontBoundingBoxAscent, fontBoundingBoxDescent, actualBoundingBoxAscent, actualBoundingBoxDescent } = pen.measureText(letters);
    return {
      above: fontBoundingBoxAscent - actualBoundingBoxAscent,
      below: fontBoundingBoxDescent - actualBoundingBoxDescent,
      height: actualBoundingBoxAscent + actualBoundingBoxDescent,
    };
  };

  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const text = texts.currentNode;
    const owner = text.parentElement;
    if (!text.data.trim() || !shown(owner)) continue;
    const style = getComputedStyle(owner);
    if (Number.parseFloat(style.fontSize) < smallestSize) amiss.push(`small: ${text.data}`);
    const ink = inkOf(style);
    const range = document.createRange();
    range.selectNodeContents(text);
    const lines = [...range.getClientRects()];
    for (let box = owner; box !== document.body; box = box.parentElement) {
      const { overflowX, overflowY } = getComputedStyle(box);
      const edge = box.getBoundingClientRect();
      if (cuts(overflowY) && lines.some((line) => line.top + ink.above < edge.top - 1 || line.bottom - ink.below > edge.bottom + 1)) {
        amiss.push(`cut above or below: ${text.data}`);
      }
      if (cuts(overflowX) && !box.title && lines.some((line) => line.right > edge.right + 1)) amiss.push(`cut at the right: ${text.data}`);
    }
  }
  for (const field of document.querySelectorAll('input:not([type=checkbox], [type=radio], [type=hidden], [type=file]), select')) {
    const style = getComputedStyle(field);
    const room = field.clientHeight - Number.parseFloat(style.paddingTop) - Number.parseFloat(style.paddingBottom);
    if (shown(field) && room + 1 < inkOf(style).height) amiss.push(`a field too low: ${field.name || field.id}`);
  }
  return amiss;
}

/** What cannot be read on the page as it stands. */
export const unreadable = (page) => page.evaluate(textsAmiss, smallest);

/** At 200 %, then with wide spacing: nothing is wider than the window, no text is cut off. */
export async function judgeReading(page, what) {
  await page.setViewportSize(doubled);
  await settled(page);
  await judgeNow(page, `${what}, 200 %`);
  await page.evaluate((rules) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rules);
    document.adoptedStyleSheets.push(sheet);
  }, spacing);
  await judgeNow(page, `${what}, 200 % with wide spacing`);
  await page.evaluate(() => document.adoptedStyleSheets.pop());
}

async function judgeNow(page, what) {
  assert.deepEqual(await unreadable(page), [], what);
  assert.ok((await sideways(page)) <= 0, `${what}: wider than the window`);
}

// @vitest-environment happy-dom
// Single keys act only when nobody types or composes.
import { beforeEach, expect, test } from 'vitest';
import { shortcutKey } from '../src/parts/shortcutKey';

let asked: string | null = null;
const listen = (event: KeyboardEvent) => {
  asked = shortcutKey(event);
};

function press(target: Element, init: KeyboardEventInit & { keyCode?: number }): string | null {
  asked = null;
  window.addEventListener('keydown', listen, { once: true });
  const event = new KeyboardEvent('keydown', { bubbles: true, ...init });
  if (init.keyCode) Object.defineProperty(event, 'keyCode', { value: init.keyCode });
  target.dispatchEvent(event);
  return asked;
}

beforeEach(() => {
  document.body.innerHTML = '<p id="page"></p><input id="field"><textarea id="text"></textarea><dialog><p id="inside"></p></dialog>';
});

const at = (id: string) => document.getElementById(id) as Element;

test('a key on the page is a shortcut', () => {
  expect(press(at('page'), { key: 'j' })).toBe('j');
});

test('a key in a field or a dialog is typing', () => {
  expect(press(at('field'), { key: 'j' })).toBeNull();
  expect(press(at('text'), { key: 'j' })).toBeNull();
  expect(press(at('inside'), { key: 'j' })).toBeNull();
});

test('a key while a letter is composed is typing', () => {
  expect(press(at('page'), { key: 'j', isComposing: true })).toBeNull();
  expect(press(at('page'), { key: 'Process', keyCode: 229 })).toBeNull();
});

test('a key with Ctrl, Alt or Meta belongs to the browser', () => {
  expect(press(at('page'), { key: 'k', ctrlKey: true })).toBeNull();
  expect(press(at('page'), { key: 'k', altKey: true })).toBeNull();
  expect(press(at('page'), { key: 'k', metaKey: true })).toBeNull();
});

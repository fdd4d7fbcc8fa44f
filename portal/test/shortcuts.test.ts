// @vitest-environment happy-dom
// Keys act only when nobody types or composes, and only while they are switched on; "g" and a letter are one shortcut.
import { act, createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { beforeEach, expect, test } from 'vitest';
import { keySequence } from '../src/parts/keySequence';
import { shortcutKey } from '../src/parts/shortcutKey';
import { setShortcutsOn } from '../src/parts/shortcutSetting';
import { useShortcuts } from '../src/parts/useShortcuts';

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
  document.body.innerHTML = '<p id="page"></p><input id="field"><textarea id="text"></textarea><dialog open><p id="inside"></p></dialog>';
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

test('a dialog that was just closed keeps no key, though it may still have the focus', () => {
  at('inside').closest('dialog')?.removeAttribute('open');
  expect(press(at('inside'), { key: '/' })).toBe('/');
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

test('a letter after g goes by both names, the longer first, and only once', () => {
  const namesOf = keySequence();
  expect(['h', 'g', 'Shift', 'h', 'h'].map(namesOf)).toEqual([['h'], ['g'], [], ['g h', 'h'], ['h']]);
});

test('g twice begins nothing', () => {
  const namesOf = keySequence();
  expect(['g', 'g', 'h'].map(namesOf)).toEqual([['g'], ['g g', 'g'], ['h']]);
});

test('a part is told of its keys, of two in a row too, but not of what is typed, nor when they are switched off', async () => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  const done: string[] = [];
  const Part = () => {
    useShortcuts({ e: () => done.push('e'), 'g h': () => done.push('g h') });
    return null;
  };
  const root = createRoot(at('page'));
  await act(async () => root.render(createElement(Part)));
  const press = (id: string, ...keys: string[]) => {
    for (const key of keys) at(id).dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
  };
  press('page', 'h', 'g', 'h', 'e', 'h', 'g', 'e');
  expect(done).toEqual(['g h', 'e', 'e']);
  press('field', 'e', 'g', 'h');
  press('page', 'g');
  press('text', 'h');
  press('page', 'h');
  expect(done).toHaveLength(3);
  setShortcutsOn(false);
  press('page', 'e', 'g', 'h');
  setShortcutsOn(true);
  expect(done).toHaveLength(3);
  await act(async () => root.unmount());
  press('page', 'e');
  expect(done).toHaveLength(3);
});

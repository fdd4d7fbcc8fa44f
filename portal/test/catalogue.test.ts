// Both languages say the same things, every text the code asks for is there, and none is written anywhere else.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { en } from '../src/words/en';
import { fill, holesOf } from '../src/words/fill';
import { type Key, vi } from '../src/words/vi';

const keys = Object.keys(vi) as Key[];
const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('schema.d.ts'))
  .map((name) => ({ name, text: readFileSync(join('src', name), 'utf8') }));
const code = sources.filter(({ name }) => !/words[\\/](vi|en)\.ts$/.test(name));

test('English has exactly the keys of Vietnamese', () => {
  expect(Object.keys(en).sort()).toEqual([...keys].sort());
});

test('both languages have the same holes in every text', () => {
  for (const key of keys) expect(holesOf(en[key]), key).toEqual(holesOf(vi[key]));
});

test('no text is empty, and none is left untranslated by accident', () => {
  for (const key of keys) {
    expect(vi[key].trim(), key).not.toBe('');
    expect(en[key], key).not.toBe(vi[key]);
  }
});

test('every key that the code names is in the catalogue', () => {
  for (const { name, text } of code) {
    for (const [, key] of text.matchAll(/\bt\('([^']+)'/g)) expect(keys, `${key} in ${name}`).toContain(key);
    for (const [, start] of text.matchAll(/\b(?:t|lookUp)\(`([a-zA-Z.]+\.)\$\{/g)) {
      expect(keys.some((key) => key.startsWith(start ?? '')), `${start} in ${name}`).toBe(true);
    }
  }
});

test('every text of the catalogue is used', () => {
  const all = code.map(({ text }) => text).join('\n');
  const starts = [...all.matchAll(/`([a-zA-Z.]+\.)\$\{/g)].map(([, start]) => start ?? '');
  const unused = keys.filter((key) => !all.includes(`'${key}'`) && !starts.some((start) => key.startsWith(start)));
  expect(unused).toEqual([]);
});

test('Vietnamese is written nowhere but in the catalogue', () => {
  const vietnamese = /[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]/i;
  const ownNames = ['Tiếng Việt'];
  for (const { name, text } of code) {
    const lines = text.split('\n').filter((line) => !/^\s*(\/\/|\*|\/\*)/.test(line));
    const found = lines.filter((line) => vietnamese.test(ownNames.reduce((rest, own) => rest.replace(own, ''), line)));
    expect(found, name).toEqual([]);
  }
});

test('words follow the number they count', () => {
  expect(fill('{n} working {n|day|days} left', { n: 1 }, 'en')).toBe('1 working day left');
  expect(fill('{n} working {n|day|days} left', { n: 3 }, 'en')).toBe('3 working days left');
  expect(fill('Còn {n} ngày', { n: 3 }, 'vi')).toBe('Còn 3 ngày');
});

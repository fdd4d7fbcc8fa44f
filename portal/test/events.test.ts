// What happened is named in both languages, whatever its kind.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { en } from '../src/words/en';
import { vi } from '../src/words/vi';

test('every kind of event of the engine has words, and no other has', () => {
  const source = readFileSync('../engine/model/events.hpp', 'utf8');
  const kinds = [...source.matchAll(/VINHDANH_EVENT\("([a-z_]+)"\)/g)].map(([, kind]) => kind);
  expect(kinds.length).toBeGreaterThan(50);
  for (const words of [vi, en]) {
    const named = Object.keys(words).flatMap((key) => (key.startsWith('event.') ? [key.slice('event.'.length)] : []));
    expect(named.filter((kind) => kind !== 'other').sort()).toEqual([...kinds].sort());
  }
});

// What the portal knows beside the types, held against the API file.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { limits, mebibyte } from '../src/api/limits';
import { isWithUnit, phases, undecided, underWay } from '../src/api/phases';
import { mediaTypes } from '../src/parts/UploadQueue';
import { boxes } from '../src/screens/dossiers/address';
import { en } from '../src/words/en';
import { vi } from '../src/words/vi';

const file = readFileSync('../api/openapi.yaml', 'utf8');

/** What stands in the file under a heading of this depth, up to the next one. */
function section(heading: string): string {
  const depth = heading.search(/\S/);
  const lines = file.split('\n');
  const start = lines.findIndex((line) => line.startsWith(`${heading}:`));
  expect(start, heading).toBeGreaterThan(0);
  const length = lines.slice(start + 1).findIndex((line) => line.trim() !== '' && line.search(/\S/) <= depth);
  return lines.slice(start, start + 1 + length).join('\n');
}
const enumIn = (text: string) => (/enum: \[([^\]]+)\]/.exec(text)?.[1] ?? '').split(',').map((each) => each.trim());

test('the phases are those of the file, in its order', () => {
  expect([...phases]).toEqual(enumIn(section('    Phase')));
});

test('the boxes are those of the file', () => {
  expect([...boxes].sort()).toEqual(enumIn(section('    Box')).sort());
});

test('what is under way is what the file says that the places count', () => {
  const said = /the phases ([\w,\s]+?)\./.exec(section('    Quotas'))?.[1] ?? '';
  expect([...underWay].sort()).toEqual(said.split(/,|\band\b/).map((each) => each.trim()).sort());
  expect(undecided).toEqual(['awaiting_receipt', 'under_review', 'proposed']);
});

test('a dossier is with its unit when a list says so, and by its phase where nothing does', () => {
  expect(isWithUnit({ hand: 'unit', phase: 'returned' })).toBe(true);
  expect(isWithUnit({ hand: 'confirm', phase: 'returned' })).toBe(false);
  expect(phases.filter((phase) => isWithUnit({ phase }))).toEqual(['drafting', 'returned']);
});

test('a paper is as large, and of the kinds, as the file says', () => {
  const paper = section('    Paper');
  expect(limits.paper / mebibyte).toBe(Number(/at most (\d+) MiB/.exec(paper)?.[1]));
  expect([...mediaTypes].sort()).toEqual([...paper.matchAll(/^ {8}([\w./+-]+\/[\w./+-]+): \{\}/gm)].map((match) => match[1] ?? '').sort());
});

test('a list of nominees is as large as the file says, and the words say the same', () => {
  const [, size, rows] = /XLSX file, at most (\d+) MiB and ([\d,]+) rows/.exec(file) ?? [];
  expect([limits.sheet / mebibyte, limits.rows]).toEqual([Number(size), Number(rows?.replace(',', ''))]);
  const spelt = (language: string) => limits.rows.toLocaleString(language);
  expect(vi['import.file.about']).toContain(`${size} MB và ${spelt('vi')} dòng`);
  expect(en['import.file.about']).toContain(`${size} MB and ${spelt('en')} rows`);
  for (const words of [vi, en]) expect(words['import.fault.large']).toContain(`${size} MB`);
});

test('a search takes as many values and characters as the file says', () => {
  const filter = section('    DossierFilter');
  expect(limits.searched).toBe(Number(/text: \{type: string, maxLength: (\d+)/.exec(filter)?.[1]));
  expect([...new Set([...filter.matchAll(/maxItems: (\d+)/g)].map((match) => Number(match[1])))]).toEqual([limits.values]);
});

test('the checks of a list are asked for of as many dossiers as the file says', () => {
  expect(limits.checked).toBe(Number(/maxItems: (\d+)/.exec(section('    ChosenDossiers'))?.[1]));
});

// How far long work is: in the title, aloud, and which files need not be sent.
import { describe, expect, it } from 'vitest';
import { sheetFault } from '../src/api/jobs';
import { crossed, percentOf, withoutPercent, withPercent } from '../src/parts/jobProgress';

describe('progress', () => {
  it('is whole only when nothing is left to do', () => {
    expect(percentOf({ state: 'running', done: 0, total: 0 })).toBe(0);
    expect(percentOf({ state: 'running', done: 1, total: 3 })).toBe(33);
    expect(percentOf({ state: 'running', done: 3, total: 3 })).toBe(99);
    expect(percentOf({ state: 'ready', done: 3, total: 3 })).toBe(100);
    expect(percentOf({ state: 'done', done: 0, total: 0 })).toBe(100);
  });

  it('is spoken at each quarter, the last one that was passed', () => {
    expect(crossed(0, 24)).toBeUndefined();
    expect(crossed(0, 25)).toBe(25);
    expect(crossed(25, 49)).toBeUndefined();
    expect(crossed(10, 80)).toBe(75);
    expect(crossed(99, 100)).toBe(100);
    expect(crossed(100, 100)).toBeUndefined();
  });

  it('stands before the title once', () => {
    expect(withPercent('Hồ sơ – Khen thưởng', 42)).toBe('42% Hồ sơ – Khen thưởng');
    expect(withPercent('42% Hồ sơ', 43)).toBe('43% Hồ sơ');
    expect(withoutPercent('100% Hồ sơ')).toBe('Hồ sơ');
    expect(withoutPercent('2021 Hồ sơ')).toBe('2021 Hồ sơ');
  });
});

describe('a list that need not be sent', () => {
  it('is empty, too large, or of another kind', () => {
    expect(sheetFault({ size: 0, name: 'a.xlsx' })).toBe('empty');
    expect(sheetFault({ size: 5 * 1024 * 1024 + 1, name: 'a.xlsx' })).toBe('large');
    expect(sheetFault({ size: 10, name: 'a.xls' })).toBe('type');
    expect(sheetFault({ size: 10, name: 'DANH SÁCH.XLSX' })).toBeUndefined();
  });
});

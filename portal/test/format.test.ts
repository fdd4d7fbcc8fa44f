// Dates and numbers are read and written as people in Viet Nam do, without passing through a time zone.
import { expect, test } from 'vitest';
import { formatDate, formatInstant, formatNumber, formatSize, formatTime, readDate } from '../src/words/format';

test('a legal date is typed and shown as day, month, year', () => {
  expect(formatDate('2025-06-09')).toBe('09/06/2025');
  expect(readDate(' 9/6/2025 ')).toBe('2025-06-09');
  expect(readDate('09.06.2025')).toBe('2025-06-09');
});

test('a day that does not exist is no date', () => {
  for (const typed of ['', '31/02/2025', '29/02/2023', '12/13/2025', '2025-06-09', '9/6/25']) expect(readDate(typed)).toBeUndefined();
  expect(readDate('29/02/2024')).toBe('2024-02-29');
});

test('an instant is shown in the time of Viet Nam', () => {
  expect(formatInstant('2025-06-08T18:30:00.000Z')).toBe('09/06/2025 01:30');
  expect(formatTime('2025-06-08T18:30:00.000Z')).toBe('01:30');
});

test('numbers and sizes have the marks of the language', () => {
  expect(formatNumber(1234.5, 'vi')).toBe('1.234,5');
  expect(formatNumber(1234.5, 'en')).toBe('1,234.5');
  expect(formatSize(1_258_291, 'vi')).toBe('1,2 MB');
});

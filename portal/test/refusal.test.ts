// Problems of the server become the reader's words: by code, else by the server's title, with every reason.
import { expect, test } from 'vitest';
import { Refusal } from '../src/api/Refusal';
import { refusalWords } from '../src/api/refusalWords';
import { en } from '../src/words/en';
import { fill, type Values } from '../src/words/fill';
import { type Key, vi, type Words } from '../src/words/vi';

const voice = (language: 'vi' | 'en', words: Words) => ({
  language,
  t: (key: Key, values: Values = {}) => fill(words[key], values, language),
  say: (sentence: { vi: string; en: string }) => sentence[language],
  lookUp: (key: string, fallback: string, values: Values = {}) =>
    key in words ? fill(words[key as Key], values, language) : fallback,
});
const vietnamese = voice('vi', vi);
const english = voice('en', en);

const problem = (status: number, code: string, more: object = {}, headers = {}) =>
  Refusal.of(new Response(null, { status, headers }), {
    type: `/problems/${code}`,
    title: 'Tên của máy chủ',
    status,
    code,
    detail: 'Chi tiết',
    trace_id: 'abc123',
    ...more,
  });

test('a known code is said in both languages', () => {
  expect(refusalWords(problem(401, 'sign_in_failed'), vietnamese).message).toBe(vi['err.sign_in_failed']);
  expect(refusalWords(problem(401, 'sign_in_failed'), english).message).toBe(en['err.sign_in_failed']);
});

test('an unknown code falls back on the title', () => {
  expect(refusalWords(problem(409, 'quota_full'), vietnamese).message).toBe('Tên của máy chủ');
});

test('waiting time comes from Retry-After', () => {
  const words = refusalWords(problem(429, 'rate_limited', {}, { 'Retry-After': '8' }), english);
  expect(words.message).toBe('Too many attempts. Wait 8 seconds and try again.');
});

test('reasons and field errors are listed in the chosen language', () => {
  const reasons = [{ code: 'quota_full', sentence: { vi: 'Đã đủ số lượng: 8/8', en: 'Full: 8/8' }, details: {} }];
  const errors = [{ pointer: '/letter/date', code: 'x', detail: 'Ngày sai', detail_en: 'Wrong date' }];
  const texts = (words: ReturnType<typeof refusalWords>) => words.details.map((each) => each.text);
  expect(texts(refusalWords(problem(409, 'quota_full', { reasons, errors }), vietnamese))).toEqual(['Ngày sai', 'Đã đủ số lượng: 8/8']);
  expect(texts(refusalWords(problem(409, 'quota_full', { reasons, errors }), english))).toEqual(['Wrong date', 'Full: 8/8']);
});

test('no network is said as such, and the act may have been recorded', () => {
  expect(refusalWords(Refusal.offline(), vietnamese).message).toBe(vi['err.offline']);
  expect(Refusal.offline().outcomeUnknown).toBe(true);
  expect(problem(503, 'outcome_unknown').outcomeUnknown).toBe(true);
  expect(problem(412, 'precondition_failed').outcomeUnknown).toBe(false);
});

test('a page of a proxy instead of a problem is no crash', () => {
  const words = refusalWords(Refusal.of(new Response(null, { status: 502 }), '<html>'), vietnamese);
  expect(words.message).toBe(fill(vi['err.unexpected'], { status: 502 }, 'vi'));
});

test('a fault of the server shows the request code', () => {
  expect(refusalWords(problem(500, 'internal_error'), vietnamese).requestCode).toBe('abc123');
  expect(refusalWords(problem(409, 'quota_full'), vietnamese).requestCode).toBeUndefined();
});

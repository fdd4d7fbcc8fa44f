// Problems of the server become the reader's words: by code, else in the server's, with every reason; no code that reaches a person lacks words.
import { readFileSync } from 'node:fs';
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

test('an unknown code falls back on what the server said, in the reader’s language where it can', () => {
  const reasons = [{ code: 'quota_full', sentence: { vi: 'Chi tiết', en: 'Detail' }, details: {} }];
  const told = problem(409, 'quota_full', { detail_en: 'Detail', reasons });
  expect(refusalWords(told, vietnamese)).toMatchObject({ message: 'Chi tiết', details: [] });
  expect(refusalWords(told, english)).toMatchObject({ message: 'Detail', details: [] });
  expect(refusalWords(problem(409, 'quota_full', { detail: undefined }), english).message).toBe('Tên của máy chủ');
});

/** The server's catalogue of transport problems, as its source lists it. */
const source = readFileSync(new URL('../../api/http/problems.cpp', import.meta.url), 'utf8');
const catalogue = [...source.matchAll(/\{"([a-z_]+)", (\d{3}),/g)].map(([, code = '', status]) => ({ code, status: Number(status) }));

/** What only a program that is not the portal provokes, by what it sends. */
const ofPrograms = [
  'malformed_request',
  'parameter_repeated',
  'unknown_parameter',
  'unexpected_body',
  'invalid_json',
  'invalid_precondition',
  'idempotency_key_missing',
  'idempotency_key_invalid',
  'portal_not_built',
  'method_not_allowed',
  'not_acceptable',
  'acts_elsewhere',
  'clock_moves_forward_only',
  'uri_too_long',
  'unsupported_media_type',
  'expectation_failed',
  'misdirected_request',
  'precondition_required',
  'headers_too_large',
  'not_implemented',
];

test('every problem of the server has words in both languages, or is one that only programs meet', () => {
  expect(catalogue.length).toBeGreaterThan(60);
  const lacking = (words: object) => catalogue.filter(({ code }) => !(`err.${code}` in words)).map(({ code }) => code);
  expect(lacking(vi).sort()).toEqual([...ofPrograms].sort());
  expect(lacking(en).sort()).toEqual([...ofPrograms].sort());
});

test('there are words for no problem that the server does not have', () => {
  const own = ['title', 'pageTitle', 'offline', 'unexpected'];
  const codes = Object.keys(vi).flatMap((key) => (key.startsWith('err.') ? [key.slice('err.'.length)] : []));
  expect(codes.filter((code) => !own.includes(code) && !catalogue.some((each) => each.code === code))).toEqual([]);
});

test.each([401, 403, 404, 409, 412, 422, 429, 500, 503])('%i has a message in both languages, with and without a body', (status) => {
  const codes = catalogue.filter((each) => each.status === status && !ofPrograms.includes(each.code));
  expect(codes.length).toBeGreaterThan(0);
  const bare = Refusal.of(new Response(null, { status }), undefined);
  for (const refusal of [bare, ...codes.map(({ code }) => problem(status, code))]) {
    const [inVietnamese, inEnglish] = [refusalWords(refusal, vietnamese).message, refusalWords(refusal, english).message];
    expect(inVietnamese).not.toBe('');
    expect(inEnglish).not.toBe(inVietnamese);
    expect(inVietnamese + inEnglish).not.toMatch(/[{}]|undefined/);
  }
});

test('no answer at all has a message in both languages', () => {
  expect(refusalWords(Refusal.offline(), vietnamese).message).toBe(vi['err.offline']);
  expect(refusalWords(Refusal.offline(), english).message).toBe(en['err.offline']);
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

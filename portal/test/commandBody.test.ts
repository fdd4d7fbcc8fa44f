// What was written becomes the body that the API takes, and what is missing is named.
import { expect, test } from 'vitest';
import { commandBody } from '../src/screens/dossier/decide/commandBody';
import { fieldsOf } from '../src/screens/dossier/decide/commandFields';
import type { Draft } from '../src/screens/dossier/decide/draft';

const blank: Draft = { values: {}, documents: {}, points: [], answers: {}, attestations: {}, grounds: [] };
const letter = { number: '12/SNV', date: '2025-06-09' };
const bodyOf = (command: Parameters<typeof fieldsOf>[0], draft: Partial<Draft>) =>
  commandBody(fieldsOf(command, 'appraise') ?? [], { ...blank, ...draft });

test('an act without fields has an empty body', () => {
  expect(bodyOf('claim', {})).toEqual({ body: {}, missing: [] });
});

test('a return ties each point to its place', () => {
  const points = [{ key: '1', code: 'figure_wrong', pointer: '/figures/yearly/mdp_rate/2024', text: ' Sai số ' }];
  expect(bodyOf('return_for_rework', { documents: { letter }, points })).toEqual({
    body: { letter, points: [{ code: 'figure_wrong', pointer: '/figures/yearly/mdp_rate/2024', text: 'Sai số' }] },
    missing: [],
  });
});

test('an unfinished point and a letter without number are missing', () => {
  const points = [{ key: '1', code: 'other', pointer: '', text: ' ' }];
  const documents = { letter: { number: ' ', date: '2025-06-09' } };
  expect(bodyOf('return_for_rework', { documents, points }).missing).toEqual(['letter', 'points']);
});

test('text typed in pieces becomes NFC', () => {
  const decomposed = 'Tiê\u0301ng Viê\u0323t';
  expect(bodyOf('decline', { values: { reason: decomposed } }).body).toEqual({ reason: decomposed.normalize('NFC') });
});

test('what belongs to another command stays out', () => {
  const values = { kind: 'forward', text: 'Đủ', reason: 'khác' };
  expect(bodyOf('propose', { values }).body).toEqual({ kind: 'forward', text: 'Đủ' });
});

test('grounds name a criterion or a paper', () => {
  const draft = { documents: { letter }, grounds: ['criterion:b_drops', 'paper:achievement_report'], values: { text: 'Chưa đủ' } };
  expect(bodyOf('conclude_ineligible', draft).body.grounds).toEqual([{ criterion: 'b_drops' }, { paper_slot: 'achievement_report' }]);
});

test('minutes are asked for at the council only', () => {
  const has = (kind: 'appraise' | 'advise') => fieldsOf('forward', kind)?.some((field) => field.kind === 'minutes');
  expect([has('appraise'), has('advise')]).toEqual([false, true]);
});

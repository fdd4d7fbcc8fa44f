// The five statuses, what is sent, what was changed, and what is drawn.
import { expect, test } from 'vitest';
import type { Schema } from '../src/api/client';
import type { Reason } from '../src/api/Refusal';
import { differences, newPapers } from '../src/screens/units/draft/difference';
import { answerOf } from '../src/screens/units/draft/answers';
import { type Fields, fieldsOf, requestOf, sameFields, workspaceFields } from '../src/screens/units/draft/fields';
import { gaugesOf } from '../src/screens/units/draft/gauges';
import { merge } from '../src/screens/units/draft/merge';
import { neededFigures } from '../src/screens/units/draft/neededFigures';
import { readFigure, writeFigure } from '../src/screens/units/draft/readFigure';
import { type Progress, taskOf, tasksOf } from '../src/screens/units/draft/tasks';
import { byCompleteness, isToSign, needsOf } from '../src/screens/units/overview/needs';
import { lotChoices, ownChoices, rolesOf } from '../src/screens/units/submission/lot';

const reason = (pointer: string): Reason => ({ code: 'content_incomplete', sentence: { vi: 'thiếu', en: 'missing' }, details: {}, pointer });
const numeric = { criterion: 'b', kind: 'numeric', missing: [{ figure: 'mdp_rate', year: 2024 }], figures: [] } as unknown as Schema['Finding'];
const check = (missing: string[], findings: Schema['Finding'][] = []): Schema['Check'] => ({
  dossier: 'd',
  version: 1,
  complete: missing.length === 0,
  missing: missing.map(reason),
  papers: [],
  counts: { met: 0, to_look_over: 0, not_met: 0 },
  criteria: { meets_criteria: null, sets_no_criterion: false, findings, warnings: 0 },
});
const progress = (part: Partial<Progress>): Progress => ({
  fields: {},
  check: check(['/nominee/name', '/achievement', '/papers/achievement_report']),
  points: [],
  papers: 0,
  current: undefined,
  ...part,
});
const statuses = (part: Partial<Progress>) => Object.fromEntries(tasksOf(progress(part)).map((task) => [task.name, task.status]));

test('nothing written is not started; no figures asked is not applicable', () => {
  expect(statuses({})).toEqual({ nominee: 'todo', achievement: 'todo', figures: 'not_applicable', papers: 'todo', check: 'todo' });
});

test('what is begun and lacks something is incomplete, in progress while it is open', () => {
  const fields = { '/achievement_from': '2021-01-01' };
  expect(statuses({ fields }).achievement).toBe('missing');
  expect(statuses({ fields, current: 'achievement' }).achievement).toBe('doing');
});

test('figures count as wanted when a criterion looks at them', () => {
  expect(statuses({ check: check(['/figures/yearly/mdp_rate/2024'], [numeric]) }).figures).toBe('todo');
  expect(statuses({ check: check([], [numeric]) }).figures).toBe('done');
});

test('a complete dossier is ready to sign, an unanswered point of a return is not', () => {
  const done = { nominee: 'done', achievement: 'done', papers: 'done', check: 'done', figures: 'not_applicable' };
  expect(statuses({ check: check([]), papers: 2 })).toEqual(done);
  const open = statuses({ check: check([]), papers: 2, points: [{ pointer: '/nominee/name', answered: false }] });
  expect([open.nominee, open.check]).toEqual(['missing', 'todo']);
  expect(statuses({ check: check([]), points: [{ pointer: '/nominee/name', answered: true }] })).toEqual(done);
});

test('what belongs to no part is left to the last one', () => {
  expect(taskOf('/letter')).toBe('check');
  expect(statuses({ check: check(['/letter']) }).check).toBe('missing');
});

const content: Schema['Content'] = {
  nominee: { name: 'Huyện Văn Quan', title: '', office: 'huyen_van_quan' },
  achievement: 'Giảm nghèo',
  achievement_from: '2021-01-01',
  figures: { single: { base: { value: '2400', source: 'Chi cục Thống kê' } }, yearly: { mdp_rate: { '2024': { value: '10.7' } } } },
};

test('content comes back from its fields unchanged', () => {
  const { content: sent, unsent } = requestOf(fieldsOf(content));
  expect(sent).toEqual({
    nominee: { name: 'Huyện Văn Quan', title: '', person: null, office: 'huyen_van_quan' },
    achievement: 'Giảm nghèo',
    achievement_from: '2021-01-01',
    achievement_to: null,
    figures: content.figures,
  });
  expect(unsent).toEqual([]);
});

test('a figure that is no number stays here, everything else is sent', () => {
  const { content: sent, unsent } = requestOf({ '/figures/yearly/r/2023/value': 'khoảng 5', '/figures/yearly/r/2023/source': 'xã', '/achievement': 'Có' });
  expect(sent.figures).toEqual({ single: {}, yearly: {} });
  expect(sent.achievement).toBe('Có');
  expect(unsent).toEqual(['/figures/yearly/r/2023/value', '/figures/yearly/r/2023/source']);
});

test('composed and decomposed letters are the same text', () => {
  const text = 'Tiếng Việt';
  expect(sameFields({ '/achievement': text.normalize('NFD') }, { '/achievement': text, '/nominee/title': '' })).toBe(true);
});

test('two who cleared and changed the same field clash, two who did the same do not', () => {
  const base: Fields = { '/a': '1', '/b': '1' };
  expect(merge(base, { '/b': '2' }, { '/a': '3', '/b': '2' })).toEqual({
    fields: { '/b': '2' },
    clashes: [{ pointer: '/a', mine: '', theirs: '3' }],
    taken: [],
  });
});

test('the difference names each changed field, figures with their change', () => {
  const after = { ...fieldsOf(content), '/figures/yearly/mdp_rate/2024/value': '9.8', '/nominee/office': '' };
  expect(differences(fieldsOf(content), after)).toEqual([
    { pointer: '/figures/yearly/mdp_rate/2024/value', before: '10.7', after: '9.8', by: -0.9 },
    { pointer: '/nominee/office', before: 'huyen_van_quan', after: '' },
  ]);
});

test('only papers that came after the last sending are new', () => {
  const paper = (id: string, frozen_before: number, superseded = false) => ({ id, frozen_before, superseded }) as Schema['Paper'];
  const papers = [paper('old', 0), paper('mended', 1), paper('gone', 1, true)];
  expect(newPapers(papers, 1).map((each) => each.id)).toEqual(['mended']);
  expect(newPapers(papers, 0)).toEqual([]);
});

test('figures are read as they are written in each language', () => {
  expect(['31,2', '2.400', '1.234.567,5', '-0,5', '12,3 %'].map((each) => readFigure(each, 'vi'))).toEqual(['31.2', '2400', '1234567.5', '-0.5', '12.3']);
  expect(['31.2', '2,400', '1,234.5'].map((each) => readFigure(each, 'en'))).toEqual(['31.2', '2400', '1234.5']);
  expect(['khoảng 5', '1,23456', ''].map((each) => readFigure(each, 'vi'))).toEqual(['khoảng 5', '1,23456', '']);
  expect([writeFigure('31.2', 'vi'), writeFigure('31.2', 'en'), writeFigure('1.x', 'vi')]).toEqual(['31,2', '31.2', '1.x']);
});

const drops = { kind: 'consecutive_drops', series: 'r', comparison: '>=', threshold: '4', years: 3 } as const;
const reduction = { kind: 'reduction', baseline: 'b', current: 'c', comparison: '>', threshold: '50' } as const;

test('drops are drawn for each year that follows another, exactly at the threshold as met', () => {
  const fields = { '/figures/yearly/r/2021/value': '20.3', '/figures/yearly/r/2022/value': '16.3' };
  const [gauge] = gaugesOf({ kind: 'any', of: [drops] }, fields, () => [2021, 2022, 2023]);
  expect(gauge?.bars).toEqual([
    { year: 2022, value: 4, threshold: 4, met: true },
    { year: 2023, value: undefined, threshold: 4, met: undefined },
  ]);
});

test('half is not more than half', () => {
  const fields = { '/figures/single/b/value': '800', '/figures/single/c/value': '400' };
  expect(gaugesOf(reduction, fields, () => [])[0]?.bars).toEqual([{ value: 50, threshold: 50, met: false }]);
  expect(gaugesOf(reduction, { '/figures/single/b/value': '0', '/figures/single/c/value': '1' }, () => [])[0]?.bars[0]?.met).toBeUndefined();
});

test('the figures asked for are those of the criteria with their years, and what is written', () => {
  const category = { id: 'x', name: 'x', subject_kinds: [], criteria: [{ id: 'b', text: '', kind: 'numeric', predicate: { kind: 'any', of: [drops, reduction] } }] } as const;
  const asked = check([], [{ ...numeric, missing: [{ figure: 'r', year: 2024 }, { figure: 'r', year: 2023 }] }]);
  expect(neededFigures(category, asked, { '/figures/yearly/r/2022/value': '1' })).toEqual([
    { id: 'r', years: [2022, 2023, 2024] },
    { id: 'b', years: [] },
    { id: 'c', years: [] },
  ]);
});

test('dossiers of a unit are parted by whose turn it is', () => {
  const line = (id: string, phase: string, hand: string) => ({ id, phase, hand }) as Schema['DossierLine'];
  const needs = needsOf([line('1', 'returned', 'unit'), line('2', 'drafting', 'unit'), line('3', 'under_review', 'propose'), line('4', 'decided', 'confirm'), line('5', 'drafting', 'unit')]);
  expect(Object.values(needs).map((lines) => lines.map((each: { id: string }) => each.id))).toEqual([['1'], ['4'], ['2', '5'], ['3']]);
  const parted = byCompleteness(needs.drafts, (id) => id === '5');
  expect([parted.finished.map((each) => each.id), parted.unfinished.map((each) => each.id)]).toEqual([['5'], ['2']]);
});

test('a draft is for the caller to sign unless sending is for another role, as the server says', () => {
  const submit = (codes: string[]) => [{ command: 'submit' as const, reasons: codes.map((code) => ({ ...reason('/x'), code })) as Schema['Reason'][] }];
  expect(isToSign(undefined)).toBeUndefined();
  expect(isToSign([])).toBeUndefined();
  expect(isToSign(submit([]))).toBe(true);
  expect(isToSign(submit(['paper_missing']))).toBe(true);
  expect(isToSign(submit(['not_in_role', 'paper_missing']))).toBe(false);
});

test('an act on the whole letter is offered with the number of dossiers that the server says it reaches', () => {
  const action = (command: string, dossiers: number, code?: string) =>
    ({
      command,
      dossiers,
      allowed: !code,
      reasons: code ? [{ ...reason('/x'), code, details: { role: 'unit_head, unit_clerk' } }] : [],
    }) as unknown as Schema['SubmissionActions']['actions'][number];
  const head = lotChoices([action('open_dossier', 0), action('submit', 2), action('recall', 0, 'wrong_phase'), action('withdraw', 3, 'on_hold')]);
  expect(head.map(({ command, count, allowed }) => [command, count, allowed])).toEqual([['submit', 2, true], ['withdraw', 3, false]]);
  expect(ownChoices(head)).toEqual(head);
  const clerk = lotChoices([action('submit', 2, 'not_in_role')]);
  expect(ownChoices(clerk)).toEqual([]);
  expect(rolesOf(clerk)).toEqual(['unit_head', 'unit_clerk']);
  expect(rolesOf([])).toEqual([]);
  expect(lotChoices([action('submit', 0, 'nothing_to_act_on')])).toEqual([]);
});

test('answers to a return are fields of the draft: saved with it, for open points only, and no part of the content', () => {
  const content = { nominee: { name: 'A', title: '' }, achievement: 'B', figures: {} };
  const fields = workspaceFields({ content, answers: { p1: 'Đã nêu', p2: '' } });
  expect(fields).toEqual({ '/nominee/name': 'A', '/achievement': 'B', '/answers/p1': 'Đã nêu' });
  expect(answerOf(fields, 'p1')).toBe('Đã nêu');
  expect(answerOf(fields, 'p2')).toBe('');
  expect(requestOf(fields, ['p1', 'p2']).content.answers).toEqual({ p1: 'Đã nêu' });
  expect(requestOf({ ...fields, '/answers/p1': '' }, ['p1']).content.answers).toEqual({});
  expect(requestOf({ ...fields, '/answers/old': 'x' }, ['p1']).content.answers).toEqual({ p1: 'Đã nêu' });
  expect('answers' in requestOf(fields).content).toBe(false);
  expect(fieldsOf(content)).toEqual({ '/nominee/name': 'A', '/achievement': 'B' });
});

test('two who answer the same point meet as at any field', () => {
  const met = merge({}, { '/answers/p1': 'của tôi' }, { '/answers/p1': 'của họ', '/answers/p2': 'thêm' });
  expect(met.clashes).toEqual([{ pointer: '/answers/p1', mine: 'của tôi', theirs: 'của họ' }]);
  expect(met.taken).toEqual(['/answers/p2']);
});

// The figures of the board, and the lists behind them.
import { expect, test } from 'vitest';
import { levelOf } from '../src/parts/awardLevel';
import { type Lateness, bucketDays, crossedCounts, funnelRows, heatLevel, lateness, overdue, shiftDate, tilesOf } from '../src/screens/board/figures';
import { boardAddress, readBoardAddress } from '../src/screens/board/address';
import { groupsOf, isShown, narrowed } from '../src/screens/board/narrow';
import { dossierAddress, filterOf, readDossierAddress } from '../src/screens/dossiers/address';
import { limits } from '../src/api/limits';

const stages = ['tham_dinh', 'hoi_dong', 'quyet_dinh'].map((id) => ({ id, name: id }));
const counts = (values: Record<string, number>) => Object.entries(values).map(([value, count]) => ({ value, count }));

test('whoever is further on has reached the stages before', () => {
  const rows = funnelRows(stages, { plan: 'p' }, counts({ tham_dinh: 4, hoi_dong: 1, quyet_dinh: 5 }), counts({ hoi_dong: 1 }));
  expect(rows.map(({ reached }) => reached)).toEqual([10, 6, 5]);
  expect(rows.map(({ percent }) => percent)).toEqual([undefined, 60, 83]);
  expect(rows.map(({ here }) => here)).toEqual([0, 1, 0]);
});

test('the list behind each number asks for just what was added up', () => {
  const [, second] = funnelRows(stages, { plan: 'p', form: 'f' }, [], []);
  expect(filterOf(second?.reachedList ?? {}, '')).toEqual({ plans: ['p'], forms: ['f'], stages: ['hoi_dong', 'quyet_dinh'] });
  expect(filterOf(second?.hereList ?? {}, '')).toEqual({ plans: ['p'], forms: ['f'], stages: ['hoi_dong'], open: true });
  expect(readDossierAddress(dossierAddress(second?.reachedList ?? {}).slice('/dossiers'.length))).toEqual(second?.reachedList);
});

test('stages of other routes are not counted, and nothing is divided by none', () => {
  const rows = funnelRows(stages, {}, counts({ elsewhere: 9 }), []);
  expect(rows.map(({ reached, percent }) => [reached, percent])).toEqual([
    [0, undefined],
    [0, undefined],
    [0, undefined],
  ]);
});

test('the buckets of days leave no day out and share none', () => {
  const today = '2025-03-02';
  const inBucket = (date: string) => (bucket: Lateness) => {
    const { dueFrom = '0000', dueTo = '9999' } = bucketDays(bucket, today);
    return dueFrom <= date && date <= dueTo;
  };
  for (let days = -40; days <= 40; days += 1) {
    expect(lateness.filter(inBucket(shiftDate(today, days))), String(days)).toHaveLength(1);
  }
  expect(overdue(today)).toEqual({ open: true, held: false, dueTo: '2025-03-01' });
  expect(shiftDate('2024-03-01', -1)).toBe('2024-02-29');
});

test('a cell is light only when it is empty, and darkest where there is most; one or two are not dark for being the most', () => {
  expect([0, 1, 5, 10].map((count) => heatLevel(count, 10))).toEqual([0, 1, 2, 4]);
  expect([0, 1, 2].map((count) => heatLevel(count, 2))).toEqual([0, 1, 2]);
  expect(heatLevel(1, 1)).toBe(1);
  expect(heatLevel(0, 0)).toBe(0);
});

test('a cell of the heatmap has the count of its own pair', () => {
  const at = crossedCounts({ items: [{ values: ['so_a', 'tham_dinh'], count: 3 }, { values: ['so_b', 'tham_dinh'], count: 1 }] });
  expect([at('so_a', 'tham_dinh'), at('so_b', 'tham_dinh'), at('tham_dinh', 'so_a'), at('so_a', 'x')]).toEqual([3, 1, 0, 0]);
  expect(crossedCounts(undefined)('so_a', 'tham_dinh')).toBe(0);
});

test('tiles stand with the latest first, then by name, and those without any late are among them', () => {
  const all = [
    { value: 'c', count: 9, name: 'Huyện Văn Quan' },
    { value: 'a', count: 4, name: 'Huyện Bình Gia' },
    { value: 'b', count: 2, name: 'Huyện Cao Lộc' },
  ];
  expect(tilesOf(all, [{ value: 'b', count: 2 }]).map(({ id, late, total }) => [id, late, total])).toEqual([
    ['b', 2, 2],
    ['a', 0, 4],
    ['c', 0, 9],
  ]);
});

const ranks: Record<string, number> = { unit_commendation: 1, provincial_merit: 2, pm_merit: 3, labour_order: 4 };
const byLevel = groupsOf(counts({ pm_merit: 3, provincial_merit: 5, labour_order: 2, unheard_of: 7 }), (form) => levelOf(ranks[form]));
const byYear = groupsOf(counts({ o1: 1, o2: 4, o3: 2 }), (id) => ({ o1: '2023', o2: '2025', o3: '2025' })[id]);

test('the forms of a level and the rounds of a year are counted together', () => {
  expect(byLevel.map(({ name, count }) => [name, count])).toEqual([['state', 5], ['province', 5]]);
  expect(byYear.map(({ name, members, count }) => [name, members, count])).toEqual([['2023', ['o1'], 1], ['2025', ['o2', 'o3'], 6]]);
});

test('level and year narrow every list to their forms and rounds', () => {
  const asked = readBoardAddress(boardAddress({ plan: 'p', level: 'state', year: '2025' }).slice('/board'.length));
  const { base } = narrowed(asked, byLevel, byYear);
  expect(filterOf(base, '')).toEqual({ plans: ['p'], forms: ['pm_merit', 'labour_order'], occasions: ['o2', 'o3'] });
  expect(filterOf(readDossierAddress(dossierAddress(base).slice('/dossiers'.length)), '')).toEqual(filterOf(base, ''));
});

test('a form within the level is narrower, one of another level is passed over', () => {
  const of = (form: string) => filterOf(narrowed({ level: 'state', form }, byLevel, byYear).base, '').forms;
  expect([of('pm_merit'), of('provincial_merit')]).toEqual([['pm_merit'], ['pm_merit', 'labour_order']]);
});

test('a level or year without dossiers, or with more rounds than one search takes, is not as if it were chosen', () => {
  const many = groupsOf(Array.from({ length: limits.values + 1 }, (_, at) => ({ value: `o${at}`, count: 1 })), () => '2025');
  const { address, base } = narrowed({ level: 'unit', year: '2025' }, byLevel, many);
  expect([address.level, address.year, filterOf(base, '')]).toEqual([undefined, undefined, {}]);
  expect(readBoardAddress('?level=moon&year=25')).toEqual({});
});

test('the places shown are those of rounds that are open, or of what was chosen', () => {
  const closed = { id: 'o1', opens: '2023-05-01', open: false };
  const open = { id: 'o2', opens: '2025-02-01', open: true };
  const shown = (address: object) => [closed, open].filter((round) => isShown(round, address)).map(({ id }) => id);
  expect([shown({}), shown({ year: '2023' }), shown({ occasion: 'o1' }), shown({ year: '2025', occasion: 'o2' })]).toEqual([['o2'], ['o1'], ['o1'], ['o2']]);
});

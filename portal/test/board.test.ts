// The figures of the board, and the lists behind them.
import { expect, test } from 'vitest';
import { type Lateness, bucketDays, crossedCounts, funnelRows, heatLevel, lateness, overdue, shiftDate, tilesOf } from '../src/screens/board/figures';
import { dossierAddress, filterOf, readDossierAddress } from '../src/screens/dossiers/address';

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

test('a cell is light only when it is empty, and darkest where there is most', () => {
  expect([0, 1, 5, 10].map((count) => heatLevel(count, 10))).toEqual([0, 1, 2, 4]);
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

// Places: which row a nominee falls under, what a lot makes of it, and the arc that shows it.
import { expect, test } from 'vitest';
import type { Quota } from '../src/api/occasions';
import { covers, effectOf, gaugeOf, kindOf } from '../src/parts/quota';

const row = (kind: string, limit: number, reserved: number, consumed: number, holders: string[] = [], office = 'tinh'): Quota => ({
  key: `${office}/phong_trao/dot/giay_khen/${kind}`,
  form: 'giay_khen',
  organisation: office,
  organisation_name: office,
  under_way: 0,
  limit,
  reserved,
  consumed,
  left: Math.max(0, limit - reserved - consumed),
  holders: holders.map((id) => ({ id, code: id })),
  source: { confidence: 'confirmed' },
});
const people = (...ids: string[]) => ids.map((id) => ({ id, subject_kind: 'individual' as const }));

test('a row says for which kind it is, or for all', () => {
  expect(kindOf(row('individual', 1, 0, 0))).toBe('individual');
  expect(kindOf(row('-', 1, 0, 0))).toBeUndefined();
});

test('the row of the kind goes before the row for all kinds', () => {
  const rows = [row('individual', 2, 0, 0), row('-', 5, 0, 0)] as const;
  expect(covers(rows[0], rows, 'giay_khen', 'individual')).toBe(true);
  expect(covers(rows[1], rows, 'giay_khen', 'individual')).toBe(false);
  expect(covers(rows[1], rows, 'giay_khen', 'collective')).toBe(true);
  expect(covers(rows[0], rows, 'bang_khen', 'individual')).toBe(false);
});

test('where several offices have a row, none is taken for granted', () => {
  const rows = [row('individual', 2, 0, 0, [], 'cuc_a'), row('individual', 2, 0, 0, [], 'cuc_b')] as const;
  expect(covers(rows[0], rows, 'giay_khen', 'individual')).toBe(false);
});

test('a lot adds its own, but not those who hold a place already', () => {
  const one = row('individual', 60, 3, 55, ['a', 'b', 'c']);
  expect(effectOf(one, [one], 'giay_khen', people('a', 'x', 'y'))).toEqual({ taken: 58, after: 60, limit: 60, over: 0 });
  expect(effectOf(one, [one], 'giay_khen', people('x', 'y', 'z'))).toEqual({ taken: 58, after: 61, limit: 60, over: 1 });
});

test('a full row with nothing added is not over', () => {
  const one = row('-', 3, 3, 0);
  expect(effectOf(one, [one], 'giay_khen', [])).toEqual({ taken: 3, after: 3, limit: 3, over: 0 });
});

test('the arc is shared out by the limit while there is room', () => {
  expect(gaugeOf({ limit: 10, reserved: 2, consumed: 3 }, 4)).toEqual({ consumed: 0.3, reserved: 0.2, waiting: 0.2, over: 0 });
});

test('the arc never runs over its end, and the surplus is said', () => {
  const gauge = gaugeOf({ limit: 4, reserved: 1, consumed: 3 }, 5);
  expect(gauge.consumed + gauge.reserved + gauge.waiting).toBeCloseTo(1);
  expect(gauge.over).toBe(4);
});

test('no place at all is an arc too', () => {
  expect(gaugeOf({ limit: 0, reserved: 0, consumed: 0 }, 0)).toEqual({ consumed: 0, reserved: 0, waiting: 0, over: 0 });
  expect(gaugeOf({ limit: 0, reserved: 0, consumed: 0 }, 2)).toMatchObject({ waiting: 1, over: 2 });
});

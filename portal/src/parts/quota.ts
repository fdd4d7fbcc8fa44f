// The arithmetic of places: what a quota row covers, how full it is, and what a lot of approvals would make of it.
import type { Schema } from '../api/client';
import type { Quota } from '../api/occasions';

type SubjectKind = Schema['SubjectKind'];

interface Nominee {
  readonly id: string;
  readonly subject_kind: SubjectKind;
}

export interface Effect {
  readonly taken: number;
  readonly after: number;
  readonly limit: number;
  /** By how many places the lot goes over the limit. */
  readonly over: number;
}

export const kinds: readonly SubjectKind[] = ['collective', 'individual', 'household', 'enterprise'];

/** The kind of nominee that a row is for; none when it is for all kinds together. */
export function kindOf(quota: Pick<Quota, 'key'>): SubjectKind | undefined {
  const last = quota.key.split('/').at(-1);
  return kinds.find((kind) => kind === last);
}

export const takenOf = ({ reserved, consumed }: Pick<Quota, 'reserved' | 'consumed'>): number => reserved + consumed;

/** Whether only this row can be meant for such a nominee: a row of his kind, or the one for all where his kind has none. */
export function covers(quota: Quota, rows: readonly Quota[], form: string, kind: SubjectKind): boolean {
  if (quota.form !== form) return false;
  const exact = rows.filter((row) => row.form === form && kindOf(row) === kind);
  const meant = exact.length > 0 ? exact : rows.filter((row) => row.form === form && kindOf(row) === undefined);
  return meant.length === 1 && meant[0] === quota;
}

/** What approving these would make of the row; who holds a place already takes no second one. */
export function effectOf(quota: Quota, rows: readonly Quota[], form: string, added: readonly Nominee[]): Effect {
  const holders = new Set(quota.holders.map(({ id }) => id));
  const more = added.filter(({ id, subject_kind }) => !holders.has(id) && covers(quota, rows, form, subject_kind)).length;
  const taken = takenOf(quota);
  const after = taken + more;
  return { taken, after, limit: quota.limit, over: Math.max(0, after - quota.limit) };
}

export interface Gauge {
  /** Parts of the whole arc, each from 0 to 1, together at most 1. */
  readonly consumed: number;
  readonly reserved: number;
  readonly waiting: number;
  readonly over: number;
}

/** The arc of a gauge. `open` counts the nominees still on their way, those who hold a place among them. */
export function gaugeOf(quota: Pick<Quota, 'limit' | 'reserved' | 'consumed'>, open: number): Gauge {
  const taken = takenOf(quota);
  const waiting = Math.max(0, open - quota.reserved);
  const whole = Math.max(quota.limit, taken + waiting, 1);
  return {
    consumed: quota.consumed / whole,
    reserved: quota.reserved / whole,
    waiting: waiting / whole,
    over: Math.max(0, taken + waiting - quota.limit),
  };
}

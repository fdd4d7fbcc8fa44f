// The arithmetic of the board: each figure comes with the filter of exactly the list it counts.
import type { PlannedStage } from '../../api/planRoutes';
import type { DossierAddress } from '../dossiers/address';

export interface Count {
  readonly value: string;
  readonly count: number;
  readonly name?: string;
}

const countOf = (counts: readonly Count[], value: string) => counts.find((each) => each.value === value)?.count ?? 0;

export interface FunnelRow {
  readonly id: string;
  readonly name: string;
  /** Dossiers at this stage or beyond, whatever became of them. */
  readonly reached: number;
  readonly reachedList: DossierAddress;
  /** Of those that reached the stage before, how many of a hundred reached this one. */
  readonly percent: number | undefined;
  /** Dossiers not at their end that stand here now. */
  readonly here: number;
  readonly hereList: DossierAddress;
}

/** `all` counts dossiers by stage, `open` only those not at their end. */
export function funnelRows(
  stages: readonly Pick<PlannedStage, 'id' | 'name'>[],
  base: DossierAddress,
  all: readonly Count[],
  open: readonly Count[],
): FunnelRow[] {
  let before: number | undefined;
  return stages.map(({ id, name }, index) => {
    const beyond = stages.slice(index).map((stage) => stage.id);
    const reached = beyond.reduce((sum, stage) => sum + countOf(all, stage), 0);
    const percent = before ? Math.round((100 * reached) / before) : undefined;
    before = reached;
    return {
      id,
      name,
      reached,
      reachedList: { ...base, stages: beyond },
      percent,
      here: countOf(open, id),
      hereList: { ...base, stages: [id], open: true },
    };
  });
}

export const lateness = ['late30', 'late8', 'late1', 'today', 'week', 'later'] as const;
export type Lateness = (typeof lateness)[number];

const day = 86_400_000;

export function shiftDate(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * day).toISOString().slice(0, 10);
}

/** The days of each bucket, counted in calendar days from today; together they leave no day out. */
export function bucketDays(bucket: Lateness, today: string): Pick<DossierAddress, 'dueFrom' | 'dueTo'> {
  const at = (days: number) => shiftDate(today, days);
  const spans: Readonly<Record<Lateness, Pick<DossierAddress, 'dueFrom' | 'dueTo'>>> = {
    late30: { dueTo: at(-31) },
    late8: { dueFrom: at(-30), dueTo: at(-8) },
    late1: { dueFrom: at(-7), dueTo: at(-1) },
    today: { dueFrom: today, dueTo: today },
    week: { dueFrom: at(1), dueTo: at(7) },
    later: { dueFrom: at(8) },
  };
  return spans[bucket];
}

export const overdue = (today: string): DossierAddress => ({ open: true, held: false, dueTo: shiftDate(today, -1) });

/** How many have both values; none where the server named no such pair. */
export function crossedCounts(crossed: { readonly items: readonly { values: readonly string[]; count: number }[] } | undefined) {
  const counts = new Map(crossed?.items.map(({ values, count }) => [values.join('\n'), count]));
  return (one: string, other: string) => counts.get(`${one}\n${other}`) ?? 0;
}

export interface Tile {
  readonly id: string;
  readonly name: string;
  readonly total: number;
  readonly late: number;
}

/** The latest first; places with as many by name. What lies in one province is told apart by its parts. */
export function tilesOf(all: readonly Count[], late: readonly Count[]): Tile[] {
  return all
    .map(({ value, name, count }) => ({ id: value, name: name ?? value, total: count, late: countOf(late, value) }))
    .sort((one, other) => other.late - one.late || one.name.localeCompare(other.name, 'vi'));
}

const darkest = 4;

/** How dark a cell is, from 0 for none to 4 for the most on the map; where that is fewer than four, by the number itself. */
export function heatLevel(count: number, most: number): number {
  if (count <= 0) return 0;
  return Math.max(1, Math.ceil((darkest * count) / Math.max(most, darkest)));
}

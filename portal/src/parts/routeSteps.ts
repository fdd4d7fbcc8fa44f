// The steps of a dossier's route, the unit's own first, each behind it, where it is, where it came to a stop, or ahead.
import type { Schema } from '../api/client';

export type Place = 'done' | 'here' | 'stopped' | 'ahead';

export interface RouteStep<Stage = Schema['Stage']> {
  readonly id: string;
  readonly place: Place;
  /** Absent for the unit's own step. */
  readonly stage?: Stage;
}

interface Route<Stage> {
  readonly phase: Schema['Phase'];
  readonly stage?: string;
  readonly route: readonly Stage[];
  /** In whose hand it is; null at the end. */
  readonly next: { readonly hand: Schema['Hand'] } | null;
}

export function stepsOf<Stage extends { readonly id: string }>({ phase, stage, route, next }: Route<Stage>): RouteStep<Stage>[] {
  const current = route.findIndex((each) => each.id === stage);
  const withUnit = phase === 'drafting' || next?.hand === 'unit' || current < 0;
  const here = withUnit ? 0 : current + 1;
  const closed = next === null;
  const place = (index: number): Place => {
    if (phase === 'awarded' || index < here) return 'done';
    if (index > here) return 'ahead';
    return closed ? 'stopped' : 'here';
  };
  return [
    { id: 'unit', place: place(0) },
    ...route.map((each, index) => ({ id: each.id, place: place(index + 1), stage: each })),
  ];
}

// The steps of a dossier's route, the unit's own first, each behind it, where it is, or ahead.
import type { Dossier } from '../api/dossier';
import type { Schema } from '../api/client';

export type Place = 'done' | 'here' | 'ahead';

export interface RouteStep {
  readonly id: string;
  readonly place: Place;
  /** Absent for the unit's own step. */
  readonly stage?: Schema['Stage'];
}

const atUnit: readonly Schema['Phase'][] = ['drafting', 'returned'];
const over: readonly Schema['Phase'][] = ['awarded'];

export function stepsOf(dossier: Pick<Dossier, 'phase' | 'stage' | 'route' | 'returned_from' | 'next'>): RouteStep[] {
  const current = dossier.route.findIndex((stage) => stage.id === dossier.stage);
  const withUnit = dossier.phase === 'drafting' || (atUnit.includes(dossier.phase) && !dossier.stage) || current < 0;
  const here = withUnit ? 0 : current + 1;
  const finished = over.includes(dossier.phase);
  const place = (index: number): Place => {
    if (finished || index < here) return 'done';
    return index === here ? 'here' : 'ahead';
  };
  return [
    { id: 'unit', place: place(0) },
    ...dossier.route.map((stage, index) => ({ id: stage.id, place: place(index + 1), stage })),
  ];
}

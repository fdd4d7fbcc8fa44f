// What a row of a list shows of the plan and of its checks: how high the award is, where the dossier is on its route, how many are asked about.
import { expect, test } from 'vitest';
import { inParts } from '../src/api/lists';
import { stagesOf } from '../src/api/planRoutes';
import { levelOf } from '../src/parts/awardLevel';
import { stepsOf } from '../src/parts/routeSteps';

const stage = (id: string) => ({ id, name: id, kind: 'review' as const, office_role: 'x' });
const rules = {
  routes: [
    { id: 'unit', name: '', stages: [stage('decide')] },
    { id: 'province', name: '', stages: [stage('appraise'), stage('advise'), stage('sign')] },
  ],
  award_forms: [{ code: 'merit', name: '', route: 'province', rank: 2, milestones: [], subject_kinds: [] }],
  milestones: [],
};

test('ranks above the province are those of the State', () => {
  expect([1, 2, 3, 4, undefined].map(levelOf)).toEqual(['unit', 'province', 'state', 'state', undefined]);
});

test('a line is at its stage of the route of its form, and with the unit where a list says so', () => {
  const places = (hand: 'unit' | 'propose' | undefined, phase: 'returned' | 'under_review' | 'awarded', at?: string) =>
    stepsOf({ phase, ...(at && { stage: at }), route: stagesOf(rules, 'merit'), next: hand ? { hand } : null }).map(({ place }) => place);
  expect(places('propose', 'under_review', 'advise')).toEqual(['done', 'done', 'here', 'ahead']);
  expect(places('unit', 'returned', 'advise')).toEqual(['here', 'ahead', 'ahead', 'ahead']);
  expect(places(undefined, 'awarded', 'sign')).toEqual(['done', 'done', 'done', 'done']);
});

test('a list that is too long to be asked about at once is asked about in parts', () => {
  expect(inParts([1, 2, 3, 4, 5], 2)).toEqual([[1, 2], [3, 4], [5]]);
  expect(inParts([1, 2], 2)).toEqual([[1, 2]]);
  expect(inParts([], 2)).toEqual([]);
});

// Where a dossier is on its route: with the unit, at a stage, or at its end.
import { expect, test } from 'vitest';
import type { Dossier } from '../src/api/dossier';
import { stepsOf } from '../src/parts/routeSteps';

const stage = (id: string) => ({ id, name: id, kind: 'review' }) as Dossier['route'][number];
const route = ['review', 'appraise', 'decide'].map(stage);
const at = (hand: 'unit' | 'send') => ({ roles: [], hand }) as Dossier['next'];
const places = (dossier: Omit<Parameters<typeof stepsOf>[0], 'route'>) => stepsOf({ ...dossier, route }).map((step) => step.place);

test('a draft is with the unit', () => {
  expect(places({ phase: 'drafting', next: at('unit') })).toEqual(['here', 'ahead', 'ahead', 'ahead']);
});

test('under review it is at its stage', () => {
  expect(places({ phase: 'under_review', stage: 'appraise', next: at('send') })).toEqual(['done', 'done', 'here', 'ahead']);
});

test('returned for changes it is with the unit, though its stage is kept', () => {
  expect(places({ phase: 'returned', stage: 'appraise', next: at('unit') })).toEqual(['here', 'ahead', 'ahead', 'ahead']);
});

test('an awarded dossier has its route behind it, one that is not awarded stopped where it was', () => {
  expect(places({ phase: 'awarded', stage: 'decide', next: null })).toEqual(['done', 'done', 'done', 'done']);
  expect(places({ phase: 'ineligible', stage: 'appraise', next: null })).toEqual(['done', 'done', 'stopped', 'ahead']);
  expect(places({ phase: 'not_awarded', stage: 'decide', next: null })).toEqual(['done', 'done', 'done', 'stopped']);
});

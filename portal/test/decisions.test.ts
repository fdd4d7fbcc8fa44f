// What a decision's actions say is for somebody else.
import { expect, test } from 'vitest';
import { type DecisionAction, isForAnother } from '../src/api/decisions';

const refusedFor = (...codes: string[]) => ({ reasons: codes.map((code) => ({ code, sentence: { vi: '', en: '' }, details: {} })) }) as unknown as DecisionAction;

test('a role or an office that is not the own makes it another one to act, a full quota does not', () => {
  expect(isForAnother(refusedFor())).toBe(false);
  expect(isForAnother(refusedFor('quota_full', 'decision_not_open'))).toBe(false);
  expect(isForAnother(refusedFor('quota_full', 'not_in_role'))).toBe(true);
  expect(isForAnother(refusedFor('not_responsible_office'))).toBe(true);
});

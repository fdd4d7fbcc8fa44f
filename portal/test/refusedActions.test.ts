// What something stands against is shown at once; what merely is another's turn stays folded away.
import { expect, test } from 'vitest';
import type { Action } from '../src/api/dossier';
import { refusedActions } from '../src/screens/dossier/decide/refusedActions';

const action = (command: Action['command'], ...codes: Action['reasons'][number]['code'][]): Action => ({
  command,
  allowed: codes.length === 0,
  reasons: codes.map((code) => ({ code, sentence: { vi: '', en: '' }, details: {} })),
  choices: [],
  method: 'POST',
  href: '',
});

test('each refused command is in exactly one of the two lists, an allowed one in none', () => {
  const actions = [
    action('claim'),
    action('forward', 'proposal_missing'),
    action('approve', 'quota_full'),
    action('decline', 'not_in_role', 'proposal_missing'),
    action('sign', 'wrong_phase'),
  ];
  const { obstructed, notTurn } = refusedActions(actions);
  expect(obstructed.map((each) => each.command)).toEqual(['forward', 'approve']);
  expect(notTurn.map((each) => each.command)).toEqual(['decline', 'sign']);
});

// What something stands against is shown at once; what merely is another's turn stays folded away, and a key says the former first.
import { expect, test } from 'vitest';
import type { Action } from '../src/api/dossier';
import { actByKey } from '../src/screens/dossier/decide/actByKey';
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

test('a key means the act that goes on, or returns, as the server allows it', () => {
  const goesOn = (...actions: Action[]) => actByKey('e', actions)?.command;
  const returned = action('return_for_rework');
  expect(goesOn(returned, action('receive'), action('propose', 'wrong_phase'), action('forward', 'wrong_phase'))).toBe('receive');
  expect(goesOn(action('propose'), action('forward'))).toBe('forward');
  expect(goesOn(action('propose', 'wrong_phase'), action('approve'), action('forward', 'wrong_phase'))).toBe('approve');
  expect(actByKey('r', [action('forward'), returned])).toBe(returned);
});

test('of refused acts a key names the one that something stands against, else the first it could mean', () => {
  const refused = (...actions: Action[]) => actByKey('e', actions)?.command;
  expect(refused(action('forward', 'not_in_role'), action('approve', 'quota_full'))).toBe('approve');
  expect(refused(action('receive', 'wrong_phase'), action('forward', 'not_in_role'))).toBe('forward');
  expect(refused(action('comment'))).toBeUndefined();
});

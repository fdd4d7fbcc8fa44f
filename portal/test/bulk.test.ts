// Acts on many: only what the server allows on each; ticks; the task that comes next.
import { expect, test } from 'vitest';
import { taskAfter } from '../src/parts/nextTask';
import { commonCommands, commonPeople } from '../src/screens/inbox/bulk';
import type { Action } from '../src/api/dossier';

const choice = (member: string, value: string, allowed = true, name?: string): Action['choices'][number] => ({
  member,
  value,
  allowed,
  reasons: [],
  ...(name && { name }),
});
const action = (command: Action['command'], allowed = true, choices: Action['choices'] = []): Action => ({
  command,
  allowed,
  choices,
  reasons: [],
  method: 'POST',
  href: '/',
});

const here = { plan: 'lang-son-2021-2025', form: 'pm_merit', stage: 'central_appraisal' };

test('an act is offered when every dossier allows it, in the order of the page', () => {
  const one = [action('forward'), action('claim'), action('withdraw')];
  expect(commonCommands([one], [here])).toEqual(['claim', 'forward']);
  expect(commonCommands([one, [action('claim'), action('forward', false)]], [here, here])).toEqual(['claim']);
  expect(commonCommands([one, [action('assign')]], [here, here])).toEqual([]);
  expect(commonCommands([], [])).toEqual([]);
});

test('proposing to go on is offered only where just that may be proposed', () => {
  const may = [action('propose', true, [choice('kind', 'forward'), choice('kind', 'return')])];
  const mayNot = [action('propose', true, [choice('kind', 'forward', false), choice('kind', 'return')])];
  expect(commonCommands([may], [here])).toEqual(['propose']);
  expect(commonCommands([may, mayNot], [here, here])).toEqual([]);
});

test('a result from above is offered only for dossiers that it means the same for', () => {
  const may = [action('record_result'), action('claim')];
  expect(commonCommands([may, may], [here, here])).toEqual(['claim', 'record_result']);
  for (const other of [{ stage: 'pm_result' }, { form: 'labour_order' }, { plan: 'ninh-binh-2016-2020' }]) {
    expect(commonCommands([may, may], [here, { ...here, ...other }])).toEqual(['claim']);
  }
});

test('a person is offered when every dossier may be assigned to him', () => {
  const first = [action('assign', true, [choice('person', 'an', true, 'An'), choice('person', 'binh', true, 'Bình')])];
  const second = [action('assign', true, [choice('person', 'an', false, 'An'), choice('person', 'binh', true, 'Bình')])];
  expect(commonPeople([first]).map(({ name }) => name)).toEqual(['An', 'Bình']);
  expect(commonPeople([first, second])).toEqual([{ value: 'binh', name: 'Bình' }]);
  expect(commonPeople([])).toEqual([]);
});

test('the next task is the one behind, at the end the one before, and none of another list', () => {
  expect(taskAfter(['a', 'b', 'c'], 'a')).toBe('b');
  expect(taskAfter(['a', 'b', 'c'], 'c')).toBe('b');
  expect(taskAfter(['a'], 'a')).toBeUndefined();
  expect(taskAfter(['a', 'b'], 'z')).toBeUndefined();
});

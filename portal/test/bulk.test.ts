// Acts on many: only what the server allows on each; ticks; the task that comes next.
import { expect, test } from 'vitest';
import { taskAfter } from '../src/parts/nextTask';
import { type CommonAction, offered } from '../src/screens/inbox/bulk';

const choice = (member: string, value: string, allowed = true, name?: string): CommonAction['choices'][number] => ({
  member,
  value,
  allowed,
  reasons: [],
  ...(name && { name }),
});
const action = (command: CommonAction['command'], dossiers = 2, choices: CommonAction['choices'] = []): CommonAction => ({
  command,
  allowed: dossiers === 2,
  dossiers,
  choices,
  reasons: [],
  method: 'POST',
  href: '/',
});

const here = { plan: 'lang-son-2021-2025', form: 'pm_merit', stage: 'central_appraisal' };

test('an act is offered when every dossier allows it, in the order of the page', () => {
  const { commands, partly } = offered([action('forward'), action('claim'), action('withdraw'), action('receive', 1), action('release', 0)], [here, here]);
  expect(commands).toEqual(['claim', 'forward']);
  expect(partly.map(({ command }) => command)).toEqual(['receive']);
  expect(offered([], [here, here]).commands).toEqual([]);
});

test('proposing to go on is offered only where just that may be proposed', () => {
  const may = action('propose', 2, [choice('kind', 'forward'), choice('kind', 'return')]);
  const mayNot = action('propose', 2, [choice('kind', 'forward', false), choice('kind', 'return')]);
  expect(offered([may], [here, here]).commands).toEqual(['propose']);
  expect(offered([mayNot], [here, here]).commands).toEqual([]);
});

test('a result from above is offered only for dossiers that it means the same for', () => {
  const may = [action('record_result'), action('claim')];
  expect(offered(may, [here, here]).commands).toEqual(['claim', 'record_result']);
  for (const other of [{ stage: 'pm_result' }, { form: 'labour_order' }, { plan: 'ninh-binh-2016-2020' }]) {
    expect(offered(may, [here, { ...here, ...other }]).commands).toEqual(['claim']);
  }
});

test('a person is offered when every dossier may be assigned to him', () => {
  const assign = action('assign', 2, [choice('person', 'an', false, 'An'), choice('person', 'binh', true, 'Bình')]);
  expect(offered([assign], [here, here]).people).toEqual([{ value: 'binh', name: 'Bình' }]);
  expect(offered([], [here, here]).people).toEqual([]);
});

test('the next task is the one behind, at the end the one before, and none of another list', () => {
  expect(taskAfter(['a', 'b', 'c'], 'a')).toBe('b');
  expect(taskAfter(['a', 'b', 'c'], 'c')).toBe('b');
  expect(taskAfter(['a'], 'a')).toBeUndefined();
  expect(taskAfter(['a', 'b'], 'z')).toBeUndefined();
});

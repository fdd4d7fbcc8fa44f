// "Hoàn tác": for some seconds after an act, and only while the server would still take it back.
import type { QueryClient } from '@tanstack/react-query';
import { answer, api, ifMatch } from '../api/client';
import type { Command } from '../api/dossier';
import { refusalText } from '../api/refusalText';
import type { Speech } from '../words/WordsProvider';
import { tell, tellRefusal } from './Toast';

/** What takes an act back: a task taken up is given back to the group, what was sent is recalled before it is received. */
const undoing: Readonly<Partial<Record<Command, Command>>> = {
  claim: 'release',
  submit: 'recall',
  resubmit: 'recall',
  forward: 'recall',
  forward_with_disagreement: 'recall',
  return_for_rework: 'recall',
};
type CommandInPath = 'recall';

/** The version at which the act may be taken back now; undefined when the server would not. */
async function takenBackAt(id: string, command: Command): Promise<number | undefined> {
  const { actions, version } = await answer(api.GET('/v1/dossiers/{id}/actions', { params: { path: { id } } }));
  return actions.some((action) => action.command === command && action.allowed) ? version : undefined;
}

const send = (id: string, command: Command, version: number, key: string) =>
  answer(
    api.POST('/v1/dossiers/{id}/actions/{command}', {
      params: {
        path: { id, command: command as CommandInPath },
        header: { 'If-Match': ifMatch(version), 'Idempotency-Key': key },
      },
      body: {},
    }),
  );

/** Tells of the act, and offers to take it back where the server says that it can be. */
export async function tellWithUndo(text: string, done: Command, ids: readonly string[], cache: QueryClient, speech: Speech) {
  const command = undoing[done];
  if (!command) return tell(text);
  const versions = await Promise.all(ids.map((id) => takenBackAt(id, command).catch(() => undefined)));
  const possible = ids.flatMap((id, at) => {
    const version = versions[at];
    return version === undefined ? [] : [{ id, version, key: crypto.randomUUID() }];
  });
  if (possible.length === 0) return tell(text);
  tell(text, {
    label: speech.t('desk.undo'),
    run: async () => {
      const outcomes = await Promise.allSettled(possible.map(({ id, version, key }) => send(id, command, version, key)));
      for (const queryKey of [['dossier'], ['submission'], ['lists'], ['notices'], ['decisions']]) {
        void cache.invalidateQueries({ queryKey });
      }
      const failed = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason as unknown] : []));
      const [first] = failed;
      if (first === undefined) tell(speech.t('desk.undone', { n: possible.length }));
      else tellRefusal(speech.t('desk.notUndone', { n: failed.length, reason: refusalText(first, speech) }));
    },
  });
}

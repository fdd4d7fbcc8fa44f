// The batch that is on the page: started, watched, and sent again where it failed.
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { answer, api, ifMatch } from '../../api/client';
import { decisionsAndLists } from '../../api/decisions';
import type { Command } from '../../api/dossier';
import { type BatchEntry, type BatchItem, batchOf, retryOf, runBatch } from './batch';

export interface BatchAct {
  readonly command: Command;
  readonly body: Record<string, unknown>;
}

const newKey = () => crypto.randomUUID();
type CommandInPath = 'approve';

export function useBatch() {
  const cache = useQueryClient();
  const [entries, setEntries] = useState<readonly BatchEntry[]>([]);
  const [act, setAct] = useState<BatchAct>();
  const [running, setRunning] = useState(false);
  const busy = useRef(false);

  const send = async (wanted: BatchAct, list: readonly BatchEntry[]) => {
    if (busy.current) return [];
    busy.current = true;
    setRunning(true);
    setAct(wanted);
    setEntries(list);
    const command = wanted.command.replaceAll('_', '-') as CommandInPath;
    const finished = await runBatch(
      list,
      ({ id, version, key }) =>
        answer(
          api.POST('/v1/dossiers/{id}/actions/{command}', {
            params: { path: { id, command }, header: { 'If-Match': ifMatch(version), 'Idempotency-Key': key } },
            body: wanted.body,
          }),
        ),
      setEntries,
    );
    busy.current = false;
    setRunning(false);
    setEntries(finished);
    for (const queryKey of decisionsAndLists) void cache.invalidateQueries({ queryKey });
    return finished;
  };

  return {
    entries,
    act,
    running,
    start: (wanted: BatchAct, items: readonly BatchItem[]) => send(wanted, batchOf(items, newKey)),
    retry: (versionNow: (id: string) => number | undefined) =>
      act ? send(act, retryOf(entries, newKey, versionNow)) : Promise.resolve<readonly BatchEntry[]>([]),
    clear: () => setEntries([]),
  };
}

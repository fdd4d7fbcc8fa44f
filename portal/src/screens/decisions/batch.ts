// Sends one act for each of many dossiers, one after the other, and keeps what came of each.
import { Refusal } from '../../api/Refusal';

export type BatchState = 'waiting' | 'sending' | 'done' | 'refused' | 'unknown';

export interface BatchItem {
  readonly id: string;
  /** The version that was on the screen. */
  readonly version: number;
}

export interface BatchEntry extends BatchItem {
  /** Of this request alone: sent again only when nobody knows whether the first one was recorded. */
  readonly key: string;
  readonly state: BatchState;
  readonly error?: unknown;
}

export type Send = (entry: BatchEntry) => Promise<unknown>;

export function batchOf(items: readonly BatchItem[], newKey: () => string): BatchEntry[] {
  return items.map(({ id, version }) => ({ id, version, key: newKey(), state: 'waiting' }));
}

/** Those to be sent again: refused ones anew and with the version that now stands, those of unknown outcome exactly as before. */
export function retryOf(
  entries: readonly BatchEntry[],
  newKey: () => string,
  versionNow: (id: string) => number | undefined,
): BatchEntry[] {
  return entries.map((entry): BatchEntry => {
    if (entry.state === 'done') return entry;
    const { id, key, version, state } = entry;
    if (state !== 'refused') return { id, version, key, state: 'waiting' };
    return { id, version: versionNow(id) ?? version, key: newKey(), state: 'waiting' };
  });
}

/** What concerns every request, not the one dossier: the rest would meet the same. */
const concernsAll = (error: unknown) =>
  error instanceof Refusal && (error.outcomeUnknown || error.status === 401 || error.status === 429);

/** Sends what waits; after something that concerns every request, the rest is left waiting. */
export async function runBatch(
  entries: readonly BatchEntry[],
  send: Send,
  onChange: (entries: readonly BatchEntry[]) => void,
): Promise<readonly BatchEntry[]> {
  let now = [...entries];
  const set = (index: number, change: Partial<BatchEntry>) => {
    now = now.map((entry, at) => (at === index ? { ...entry, ...change } : entry));
    onChange(now);
  };
  for (const [index, entry] of entries.entries()) {
    if (entry.state !== 'waiting') continue;
    set(index, { state: 'sending', error: undefined });
    try {
      await send(entry);
      set(index, { state: 'done' });
    } catch (error) {
      const unknown = error instanceof Refusal && error.outcomeUnknown;
      set(index, { state: unknown ? 'unknown' : 'refused', error });
      if (concernsAll(error)) break;
    }
  }
  return now;
}

export function countsOf(entries: readonly BatchEntry[]): { done: number; failed: number; left: number } {
  const of = (...states: BatchState[]) => entries.filter(({ state }) => states.includes(state)).length;
  return { done: of('done'), failed: of('refused', 'unknown'), left: of('waiting', 'sending') };
}

// A lot of acts: each its own request and key, each its own result, and only what failed is sent again.
import { expect, test } from 'vitest';
import { Refusal } from '../src/api/Refusal';
import { type BatchEntry, batchOf, countsOf, retryOf, runBatch } from '../src/screens/decisions/batch';

let made = 0;
const newKey = () => `key-${++made}`;
const items = ['a', 'b', 'c'].map((id, index) => ({ id, version: index + 1 }));
const refused = (status: number, code: string) =>
  Refusal.of(new Response(null, { status }), { type: '', title: '', status, code, detail: '', trace_id: '' });
const states = (entries: readonly BatchEntry[]) => entries.map(({ state }) => state);

test('every dossier gets a request of its own, with its own key and version', async () => {
  const sent: BatchEntry[] = [];
  const finished = await runBatch(batchOf(items, newKey), async (entry) => sent.push(entry), () => undefined);
  expect(sent.map(({ id, version }) => ({ id, version }))).toEqual(items);
  expect(new Set(sent.map(({ key }) => key)).size).toBe(3);
  expect(states(finished)).toEqual(['done', 'done', 'done']);
});

test('one refusal stops nobody else, and its reason is kept', async () => {
  const full = refused(409, 'refused');
  const shown: string[][] = [];
  const finished = await runBatch(
    batchOf(items, newKey),
    async ({ id }) => {
      if (id === 'b') throw full;
    },
    (entries) => shown.push(states(entries)),
  );
  expect(states(finished)).toEqual(['done', 'refused', 'done']);
  expect(finished[1]?.error).toBe(full);
  expect(shown[0]).toEqual(['sending', 'waiting', 'waiting']);
  expect(countsOf(finished)).toEqual({ done: 2, failed: 1, left: 0 });
});

test('when the server cannot be reached the rest waits', async () => {
  let calls = 0;
  const finished = await runBatch(
    batchOf(items, newKey),
    async () => {
      calls += 1;
      throw Refusal.offline();
    },
    () => undefined,
  );
  expect(calls).toBe(1);
  expect(states(finished)).toEqual(['unknown', 'waiting', 'waiting']);
});

test('when the session is over the rest waits', async () => {
  const finished = await runBatch(
    batchOf(items, newKey),
    () => Promise.reject(refused(401, 'unauthenticated')),
    () => undefined,
  );
  expect(states(finished)).toEqual(['refused', 'waiting', 'waiting']);
});

test('a retry leaves what is done, asks anew for what was refused, and repeats exactly what is unknown', async () => {
  const before: BatchEntry[] = [
    { id: 'a', version: 1, key: 'one', state: 'done' },
    { id: 'b', version: 2, key: 'two', state: 'refused', error: refused(412, 'precondition_failed') },
    { id: 'c', version: 3, key: 'three', state: 'unknown', error: Refusal.offline() },
    { id: 'd', version: 4, key: 'four', state: 'waiting' },
  ];
  const again = retryOf(before, newKey, (id) => (id === 'b' ? 7 : 9));
  expect(again[0]).toEqual(before[0]);
  expect(again[1]).toMatchObject({ id: 'b', version: 7, state: 'waiting' });
  expect(again[1]?.key).not.toBe('two');
  expect(again[2]).toEqual({ id: 'c', version: 3, key: 'three', state: 'waiting' });
  expect(again[3]).toEqual({ id: 'd', version: 4, key: 'four', state: 'waiting' });
  const sent: string[] = [];
  await runBatch(again, async ({ id }) => sent.push(id), () => undefined);
  expect(sent).toEqual(['b', 'c', 'd']);
});

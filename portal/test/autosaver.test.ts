// A draft is saved after a pause and never while a letter is composed; a lost network, a reload and another's saving cost no word.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Autosaver, type Saved, type Server, type Shelf } from '../src/screens/units/draft/Autosaver';
import type { Fields } from '../src/screens/units/draft/fields';

class Stale extends Error {
  constructor(readonly current: Saved) {
    super('stale');
  }
}

/** A server with one workspace, which can be cut off before or after it has saved. */
class Workspace implements Server {
  saves = 0;
  trouble: 'none' | 'unreachable' | 'answer lost' | 'refuses' = 'none';
  unsent: string[] = [];
  constructor(public now: Saved) {}
  async save(fields: Fields, version: number) {
    this.saves += 1;
    if (this.trouble === 'unreachable') throw new Error('offline');
    if (this.trouble === 'refuses') throw new Error('refused');
    if (version !== this.now.version) throw new Stale(this.now);
    this.now = { fields, version: version + 1 };
    if (this.trouble === 'answer lost') throw new Error('offline');
    return { version: this.now.version, unsent: this.unsent };
  }
  newer = (fault: unknown) => (fault instanceof Stale ? fault.current : undefined);
  refused = (fault: unknown) => fault instanceof Error && fault.message === 'refused';
}

const shelf = (): Shelf & { size(): number } => {
  const kept = new Map<string, string>();
  return {
    getItem: (place) => kept.get(place) ?? null,
    setItem: (place, text) => void kept.set(place, text),
    removeItem: (place) => void kept.delete(place),
    size: () => kept.size,
  };
};

const start: Saved = { fields: { '/nominee/name': 'Hộ ông Bền', '/achievement': 'Thoát nghèo' }, version: 3 };
const open = (server: Workspace, kept: Shelf) => new Autosaver(server.now, server, kept, 'draft');

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('saves once after a pause, not at every key', async () => {
  const [server, kept] = [new Workspace(start), shelf()];
  const saver = open(server, kept);
  for (const text of ['G', 'Gi', 'Giú', 'Giúp']) saver.edit('/achievement', text);
  await vi.advanceTimersByTimeAsync(1_900);
  expect([server.saves, kept.size()]).toEqual([0, 1]);
  await vi.advanceTimersByTimeAsync(200);
  expect([server.saves, server.now.fields['/achievement'], saver.snapshot().phase]).toEqual([1, 'Giúp', 'saved']);
  expect(kept.size(), 'nothing stays behind once the server has it').toBe(0);
});

test('what is typed while a save is on its way follows at once when its field is left', async () => {
  const server = new Workspace(start);
  const saver = open(server, shelf());
  let answered = () => {};
  const arrives = server.save.bind(server);
  server.save = async (fields, version) => {
    await new Promise<void>((done) => {
      answered = done;
    });
    return arrives(fields, version);
  };
  saver.edit('/achievement', 'Một');
  saver.flush();
  saver.edit('/nominee/name', 'Hai');
  saver.flush();
  answered();
  await vi.advanceTimersByTimeAsync(10);
  expect(saver.snapshot().phase).toBe('saving');
  answered();
  await vi.advanceTimersByTimeAsync(0);
  expect([server.saves, server.now.fields, saver.snapshot().phase]).toEqual([2, { '/nominee/name': 'Hai', '/achievement': 'Một' }, 'saved']);
});

test('never saves while a letter is composed', async () => {
  const server = new Workspace(start);
  const saver = open(server, shelf());
  saver.setComposing(true);
  saver.edit('/achievement', 'Giuspd');
  saver.flush();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(server.saves).toBe(0);
  saver.edit('/achievement', 'Giúp đ');
  saver.setComposing(false);
  await vi.advanceTimersByTimeAsync(2_100);
  expect(server.now.fields['/achievement']).toBe('Giúp đ');
});

test('keeps trying while the server cannot be reached, and sends what was typed meanwhile', async () => {
  const [server, kept] = [new Workspace(start), shelf()];
  const saver = open(server, kept);
  server.trouble = 'unreachable';
  saver.edit('/achievement', 'Một');
  await vi.advanceTimersByTimeAsync(2_100);
  expect([saver.snapshot().phase, kept.size()]).toEqual(['retrying', 1]);
  saver.edit('/achievement', 'Một hai');
  server.trouble = 'none';
  await vi.advanceTimersByTimeAsync(70_000);
  expect([server.now.fields['/achievement'], saver.snapshot().phase, kept.size()]).toEqual(['Một hai', 'saved', 0]);
});

test('a reload in the middle of a cut loses nothing', async () => {
  const [server, kept] = [new Workspace(start), shelf()];
  const before = open(server, kept);
  server.trouble = 'unreachable';
  before.edit('/achievement', 'Viết khi mất mạng');
  await vi.advanceTimersByTimeAsync(2_100);
  before.stop();
  server.trouble = 'none';
  const after = open(server, kept);
  expect(after.snapshot().fields['/achievement']).toBe('Viết khi mất mạng');
  await vi.advanceTimersByTimeAsync(100);
  expect(server.now.fields['/achievement']).toBe('Viết khi mất mạng');
});

test('a saving whose answer was lost is not taken for somebody else', async () => {
  const server = new Workspace(start);
  const saver = open(server, shelf());
  server.trouble = 'answer lost';
  saver.edit('/achievement', 'Một');
  await vi.advanceTimersByTimeAsync(2_100);
  server.trouble = 'none';
  saver.edit('/achievement', 'Một hai');
  await vi.advanceTimersByTimeAsync(10_000);
  expect([saver.snapshot().clashes, server.now.fields['/achievement']]).toEqual([[], 'Một hai']);
});

test("another's change of another field joins in", async () => {
  const server = new Workspace(start);
  const saver = open(server, shelf());
  server.now = { fields: { ...start.fields, '/nominee/name': 'Hộ ông Nông Văn Bền' }, version: 4 };
  saver.edit('/achievement', 'Giúp ba hộ');
  await vi.advanceTimersByTimeAsync(5_000);
  expect(server.now.fields).toEqual({ '/nominee/name': 'Hộ ông Nông Văn Bền', '/achievement': 'Giúp ba hộ' });
  expect(saver.snapshot().taken).toEqual(['/nominee/name']);
});

test('the same field changed twice shows both texts and waits for the choice', async () => {
  const [server, kept] = [new Workspace(start), shelf()];
  const saver = open(server, kept);
  server.now = { fields: { ...start.fields, '/achievement': 'Của người khác' }, version: 4 };
  saver.edit('/achievement', 'Của tôi');
  await vi.advanceTimersByTimeAsync(60_000);
  expect(saver.snapshot().clashes).toEqual([{ pointer: '/achievement', mine: 'Của tôi', theirs: 'Của người khác' }]);
  expect([server.now.fields['/achievement'], kept.size()]).toEqual(['Của người khác', 1]);
  saver.resolve({ '/achievement': 'Của người khác\n\nCủa tôi' });
  await vi.advanceTimersByTimeAsync(100);
  expect([server.now.fields['/achievement'], kept.size()]).toEqual(['Của người khác\n\nCủa tôi', 0]);
});

test('what the server refuses is not sent again until it is changed', async () => {
  const server = new Workspace(start);
  const saver = open(server, shelf());
  server.trouble = 'refuses';
  saver.edit('/achievement', 'x'.repeat(30_000));
  await vi.advanceTimersByTimeAsync(300_000);
  expect([server.saves, saver.snapshot().phase]).toEqual([1, 'refused']);
  server.trouble = 'none';
  saver.edit('/achievement', 'ngắn');
  await vi.advanceTimersByTimeAsync(2_100);
  expect(server.now.fields['/achievement']).toBe('ngắn');
});

test('what could not be sent stays in the browser after the rest is saved', async () => {
  const [server, kept] = [new Workspace(start), shelf()];
  server.unsent = ['/figures/yearly/mdp_rate/2024/value'];
  const saver = open(server, kept);
  saver.edit('/figures/yearly/mdp_rate/2024/value', 'mười');
  await vi.advanceTimersByTimeAsync(2_100);
  expect([saver.snapshot().phase, kept.size()]).toEqual(['saved', 1]);
});

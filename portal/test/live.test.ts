// The stream's pieces, who holds it and what is done without it, which answers an event makes old, and how often is spoken.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Announcements } from '../src/live/Announcements';
import { EventReader } from '../src/live/eventStream';
import { holdLines } from '../src/live/heldLines';
import { LiveLink, type LivePorts } from '../src/live/LiveLink';
import type { LiveMessage, Note } from '../src/live/messages';
import { Pace } from '../src/live/Pace';
import { staleLists, staleThing } from '../src/live/staleQueries';
import type { DossierLine } from '../src/api/lists';

const note = (n: number, id = 'd1', stream: Note['stream'] = 'dossier'): Note => ({
  stream,
  id,
  n,
  type: 'dossier_received',
  at: '2025-01-02T03:04:05Z',
});
const block = (id: string, told?: Note) => (told ? `id: ${id}\nevent: dossier\ndata: ${JSON.stringify(told)}\n\n` : `id: ${id}\n\n`);

describe('the stream in pieces', () => {
  test('an event that arrives letter by letter is read once, and comments are no events', () => {
    const reader = new EventReader();
    const events = [...`: \n\n${block('0-7', note(3))}${block('0-8')}`].flatMap((letter) => reader.take(letter));
    expect(events).toEqual([{ id: '0-7', data: JSON.stringify(note(3)) }, { id: '0-8' }]);
  });

  test('what is cut off waits', () => {
    const reader = new EventReader();
    expect(reader.take('id: 0-9\nda')).toEqual([]);
    expect(reader.take('ta: a\ndata: b\n\nid: 1')).toEqual([{ id: '0-9', data: 'a\nb' }]);
  });
});

/** A server that answers each call with what comes next in its list, and a clock that runs by being asked to wait. */
class Line implements LivePorts {
  asked: (string | undefined)[] = [];
  waits: number[] = [];
  told: LiveMessage[] = [];
  signIns = 0;
  cut = false;
  private readonly end = new AbortController();
  constructor(private readonly answers: (() => Response)[]) {}

  async open(lastId: string | undefined) {
    this.asked.push(lastId);
    const answer = this.answers.shift();
    if (answer) return answer();
    this.end.abort();
    throw new TypeError('the list is at its end');
  }
  async wait(milliseconds: number) {
    this.waits.push(milliseconds);
  }
  async signedIn() {
    this.signIns += 1;
  }
  cutOff = () => this.cut;
  tell = (message: LiveMessage) => void this.told.push(message);

  async run(lastId?: string) {
    const link = new LiveLink(this, lastId);
    await link.run(this.end.signal);
    return link;
  }
  states = () => this.told.flatMap((message) => (message.kind === 'state' ? [message.state] : []));
  count = (kind: LiveMessage['kind']) => this.told.filter((message) => message.kind === kind).length;
}

const stream = (text: string) => () => new Response(text);
const status = (code: number) => () => new Response(null, { status: code });
const gone = () => {
  throw new TypeError('fetch failed');
};

describe('the tab that holds the stream', () => {
  test('comes back with the last id it got, and tells notes and places', async () => {
    const line = new Line([stream(block('0-5', note(1)) + block('0-6')), stream(block('0-7'))]);
    await line.run('0-4');
    expect(line.asked).toEqual(['0-4', '0-6', '0-7']);
    expect(line.told.filter(({ kind }) => kind === 'note')).toEqual([{ kind: 'note', note: note(1) }]);
    expect(line.count('place')).toBe(3);
  });

  test('tries again soon, and polls every 30 s after three failures', async () => {
    const line = new Line([stream(block('0-1')), status(500), status(500), status(500), stream(block('0-2'))]);
    await line.run();
    expect(line.waits).toEqual([1_000, 2_000, 30_000, 30_000, 1_000]);
    expect(line.states()).toEqual(['live', 'reconnecting', 'polling', 'live', 'reconnecting']);
    expect(line.count('poll')).toBe(2);
  });

  test('says offline where nobody answers, and asks nothing of the tabs then', async () => {
    const line = new Line([gone, gone, gone, status(502)]);
    await line.run();
    expect(line.states()).toEqual(['reconnecting', 'offline']);
    expect(line.count('poll')).toBe(0);
  });

  test('says so at once where the browser knows that it has no network', async () => {
    const line = new Line([gone]);
    line.cut = true;
    await line.run();
    expect(line.states()).toEqual(['offline']);
    expect(line.waits).toEqual([30_000]);
  });

  test('whose session has ended asks again only after somebody has signed in', async () => {
    const line = new Line([status(401), stream(block('0-3'))]);
    await line.run();
    expect(line.count('signed-out')).toBe(1);
    expect(line.signIns).toBe(1);
    expect(line.states()).toEqual(['live', 'reconnecting']);
  });

  test('gives up a stream that has fallen silent', async () => {
    vi.useFakeTimers();
    const aborted: boolean[] = [];
    const stop = new AbortController();
    const link = new LiveLink({
      open: (_id, signal) =>
        new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => {
            aborted.push(true);
            stop.abort();
            reject(new DOMException('aborted', 'AbortError'));
          });
        }),
      wait: async () => undefined,
      signedIn: async () => undefined,
      cutOff: () => false,
      tell: () => undefined,
    });
    const run = link.run(stop.signal);
    await vi.advanceTimersByTimeAsync(49_000);
    expect(aborted).toEqual([]);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(aborted).toEqual([true]);
    await run;
    vi.useRealTimers();
  });
});

describe('which answers are old', () => {
  const known = { versionOf: (_stream: string, id: string) => (id === 'd1' ? 4 : undefined), submissionsWith: () => ['s1'] };

  test('a dossier that was read before the event, and the submission it lies in', () => {
    expect(staleThing(note(5), known)).toEqual([['dossier', 'd1'], ['submission', 's1']]);
  });

  test('nothing of a thing that was read as new as the event, as after an act of one’s own', () => {
    expect(staleThing(note(4), known)).toEqual([]);
    expect(staleThing(note(3), known)).toEqual([]);
  });

  test('what only grows elsewhere is left alone', () => {
    const touched = (['dossier', 'submission', 'occasion', 'decision', 'duty'] as const).flatMap((each) => staleLists(note(1, 'x', each)));
    for (const root of ['me', 'plans', 'plan', 'workspace', 'audit', 'accounts', 'webhooks']) {
      expect(touched.filter(([first]) => first === root)).toEqual([]);
    }
    expect(staleLists(note(1, 'x', 'duty'))).toEqual([['lists', 'duties'], ['notices']]);
    expect(staleLists(note(1, 'o1', 'occasion'))).toContainEqual(['quotas', 'o1']);
    expect(staleLists(note(1, 'x', 'submission'))).not.toContainEqual(['lists', 'box']);
  });
});

describe('a list that is held', () => {
  const line = (id: string, version = 1) => ({ id, version }) as DossierLine;

  test('keeps every row in its place; new ones wait, gone ones are named, changed ones are new in content', () => {
    const held = holdLines([line('a'), line('b'), line('c')], [line('n'), line('c'), line('a', 2)]);
    expect(held.lines.map(({ id, version }) => [id, version])).toEqual([['a', 2], ['b', 1], ['c', 1]]);
    expect([...held.gone]).toEqual(['b']);
    expect([...held.changed]).toEqual(['a']);
    expect(held.fresh).toBe(1);
    expect(held.moved).toBe(true);
  });

  test('the same rows in the same order are nothing to tell', () => {
    const held = holdLines([line('a'), line('b')], [line('a'), line('b')]);
    expect([held.fresh, held.gone.size, held.changed.size, held.moved]).toEqual([0, 0, 0, false]);
  });
});

describe('how often', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test('one announcement in ten seconds, and of those that waited the latest', () => {
    const said: string[] = [];
    const announcements = new Announcements((text) => said.push(text));
    for (const text of ['1', '2', '3']) announcements.say(text);
    expect(said).toEqual(['1']);
    vi.advanceTimersByTime(9_999);
    expect(said).toEqual(['1']);
    vi.advanceTimersByTime(1);
    expect(said).toEqual(['1', '3']);
    announcements.say('4');
    expect(said).toEqual(['1', '3']);
    vi.advanceTimersByTime(10_000);
    expect(said).toEqual(['1', '3', '4']);
    vi.advanceTimersByTime(60_000);
    expect(said).toHaveLength(3);
  });

  test('events of one moment are one refresh, and a second comes no sooner than the pause', () => {
    const acts: (readonly string[])[] = [];
    const pace = new Pace<string>(500, 5_000, (items) => acts.push(items));
    pace.add(['a', 'b']);
    pace.add(['a']);
    vi.advanceTimersByTime(500);
    expect(acts).toEqual([['a', 'b']]);
    pace.add(['c']);
    vi.advanceTimersByTime(4_999);
    expect(acts).toHaveLength(1);
    vi.advanceTimersByTime(1);
    expect(acts).toEqual([['a', 'b'], ['c']]);
  });

  test('what was gathered for a tab that left is not done', () => {
    const acts: (readonly string[])[] = [];
    const pace = new Pace<string>(500, 5_000, (items) => acts.push(items));
    pace.add(['a']);
    pace.stop();
    vi.advanceTimersByTime(10_000);
    expect(acts).toEqual([]);
  });
});

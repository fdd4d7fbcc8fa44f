// Holds the one stream of live events for all tabs: comes back to it with the last id, and where it cannot, has the tabs ask now and then.
import { EventReader } from './eventStream';
import type { LiveMessage, LiveState, Note } from './messages';

export interface LivePorts {
  open(lastId: string | undefined, signal: AbortSignal): Promise<Response>;
  /** Resolves after that time, or earlier where there is reason to try again at once. */
  wait(milliseconds: number, signal: AbortSignal): Promise<void>;
  /** Whether the browser itself says that there is no network. */
  cutOff(): boolean;
  /** Resolves when somebody has signed in again. */
  signedIn(signal: AbortSignal): Promise<void>;
  tell(message: LiveMessage): void;
}

type End = 'ended' | 'unreachable' | 'refused' | 'signed out';

const failuresBeforePolling = 3;
const pollEvery = 30_000;
/** The server says something every 15 s; whoever hears nothing for so long hears nobody. */
const silence = 50_000;

export class LiveLink {
  private state: LiveState = 'starting';
  private failures = 0;
  private drop: () => void = () => undefined;

  constructor(
    private readonly ports: LivePorts,
    private lastId?: string,
  ) {}

  get now(): LiveState {
    return this.state;
  }

  /** Leaves the stream that is held, and looks again. */
  restart(): void {
    this.drop();
  }

  async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const end = await this.listen(signal);
      if (signal.aborted) return;
      if (end === 'signed out') {
        this.ports.tell({ kind: 'signed-out' });
        await this.ports.signedIn(signal);
        continue;
      }
      this.failures += 1;
      const polls = this.failures >= failuresBeforePolling || this.ports.cutOff();
      this.turn(!polls ? 'reconnecting' : end === 'unreachable' ? 'offline' : 'polling');
      if (polls && end !== 'unreachable') this.ports.tell({ kind: 'poll' });
      await this.ports.wait(polls ? pollEvery : 1_000 * this.failures, signal);
    }
  }

  private turn(state: LiveState): void {
    if (state === this.state) return;
    this.state = state;
    this.ports.tell({ kind: 'state', state });
  }

  private async listen(signal: AbortSignal): Promise<End> {
    const stop = new AbortController();
    const abort = () => stop.abort();
    this.drop = abort;
    signal.addEventListener('abort', abort, { once: true });
    let watch = setTimeout(abort, silence);
    try {
      const response = await this.ports.open(this.lastId, stop.signal);
      if (response.status === 401) return 'signed out';
      if ([502, 503, 504].includes(response.status)) return 'unreachable';
      if (!response.ok || !response.body) return 'refused';
      const text = response.body.pipeThrough(new TextDecoderStream()).getReader();
      const events = new EventReader();
      for (let piece = await text.read(); !piece.done; piece = await text.read()) {
        clearTimeout(watch);
        watch = setTimeout(abort, silence);
        this.failures = 0;
        this.turn('live');
        for (const event of events.take(piece.value)) this.pass(event.id, event.data);
      }
      return 'ended';
    } catch {
      return 'unreachable';
    } finally {
      clearTimeout(watch);
      signal.removeEventListener('abort', abort);
    }
  }

  private pass(id: string | undefined, data: string | undefined): void {
    if (data !== undefined) this.ports.tell({ kind: 'note', note: JSON.parse(data) as Note });
    if (id === undefined) return;
    this.lastId = id;
    this.ports.tell({ kind: 'place', id });
  }
}

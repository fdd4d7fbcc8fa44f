// Saves a draft by itself: after a pause, never while a letter is composed, again and again while the server cannot be reached.
// Until the server has everything, a copy is kept in the browser, so that neither a lost network nor a reload costs a word.
import { type Fields, sameFields } from './fields';
import { type Clash, merge } from './merge';

export interface Saved {
  readonly fields: Fields;
  readonly version: number;
}

export type SavePhase = 'clean' | 'dirty' | 'saving' | 'saved' | 'retrying' | 'clash' | 'refused';

export interface SaveState {
  readonly fields: Fields;
  readonly phase: SavePhase;
  readonly savedAt: Date | undefined;
  readonly clashes: readonly Clash[];
  /** Fields that came from somebody else while this one was written. */
  readonly taken: readonly string[];
  /** Fields that only this computer has. */
  readonly unsent: readonly string[];
  readonly error: unknown;
  /** False when the browser refused to keep the copy. */
  readonly kept: boolean;
}

export interface Server {
  /** Saves; gives the new version and what could not be sent. */
  save(fields: Fields, version: number): Promise<{ version: number; unsent: readonly string[] }>;
  /** What the server has instead, when the fault says that somebody else saved first. */
  newer(fault: unknown): Saved | undefined;
  /** Whether the server read it and will not take it, so that asking again is no use. */
  refused(fault: unknown): boolean;
}

export type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

interface Copy {
  readonly fields: Fields;
  readonly base: Saved;
  /** What was sent last without an answer. */
  readonly attempted?: Fields | undefined;
}

const pause = 2_000;
const waits = [2_000, 5_000, 15_000, 30_000, 60_000];

export class Autosaver {
  private base: Saved;
  private state: SaveState;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private composing = false;
  /** What was typed while an earlier text was on its way is to follow at once. */
  private follows = false;
  private failures = 0;
  private theirs: Saved | undefined;
  private attempted: Fields | undefined;
  private readonly listeners = new Set<() => void>();

  constructor(
    start: Saved,
    private readonly server: Server,
    private readonly shelf: Shelf,
    private readonly place: string,
  ) {
    this.base = start;
    this.state = {
      fields: start.fields,
      phase: 'clean',
      savedAt: undefined,
      clashes: [],
      taken: [],
      unsent: [],
      error: undefined,
      kept: true,
    };
    const copy = this.readCopy();
    if (copy) this.takeUp(copy, start);
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly snapshot = (): SaveState => this.state;

  edit(pointer: string, text: string): void {
    if ((this.state.fields[pointer] ?? '') === text) return;
    const fields = { ...this.state.fields, [pointer]: text };
    const phase = this.state.phase === 'clash' || this.state.phase === 'saving' ? this.state.phase : 'dirty';
    this.show({ fields, phase, kept: this.keepCopy(fields) });
    this.schedule(pause);
  }

  setComposing(composing: boolean): void {
    this.composing = composing;
    if (composing) clearTimeout(this.timer);
    else if (this.mustSave()) this.schedule(pause);
  }

  /** Saves at once what is not saved yet, as when a field is left or the network is back. */
  flush(): void {
    this.follows = this.state.phase === 'saving';
    if (this.mustSave() && !this.composing) void this.send();
  }

  /** Ends a clash with the text chosen for each field. */
  resolve(chosen: Fields): void {
    if (!this.theirs) return;
    this.base = this.theirs;
    this.theirs = undefined;
    const fields = { ...this.state.fields, ...chosen };
    this.show({ fields, phase: 'dirty', clashes: [], kept: this.keepCopy(fields) });
    void this.send();
  }

  /** Stops asking; what is not saved stays in the browser. */
  stop(): void {
    clearTimeout(this.timer);
  }

  private mustSave(): boolean {
    return this.state.phase === 'dirty' || this.state.phase === 'retrying';
  }

  private schedule(wait: number): void {
    clearTimeout(this.timer);
    if (this.composing || this.state.phase === 'clash') return;
    this.timer = setTimeout(() => this.flush(), wait);
  }

  private async send(): Promise<void> {
    clearTimeout(this.timer);
    const { fields } = this.state;
    this.show({ phase: 'saving' });
    try {
      const { version, unsent } = await this.server.save(fields, this.base.version);
      this.accepted(fields, version, unsent);
    } catch (fault) {
      this.failed(fields, fault);
    }
  }

  private accepted(fields: Fields, version: number, unsent: readonly string[]): void {
    this.failures = 0;
    this.attempted = undefined;
    this.base = { fields, version };
    const more = !sameFields(fields, this.state.fields);
    if (!more && unsent.length === 0) this.dropCopy();
    else this.keepCopy(this.state.fields);
    this.show({ phase: more ? 'dirty' : 'saved', savedAt: new Date(), unsent, error: undefined });
    if (more) this.schedule(this.follows ? 0 : pause);
  }

  private failed(sent: Fields, fault: unknown): void {
    const newer = this.server.newer(fault);
    if (newer) {
      this.meet(newer, sent);
    } else if (this.server.refused(fault)) {
      this.show({ phase: 'refused', error: fault });
    } else {
      this.attempted = sent;
      this.show({ phase: 'retrying', error: fault, kept: this.keepCopy(this.state.fields) });
      this.schedule(waits[Math.min(this.failures, waits.length - 1)] ?? pause);
      this.failures += 1;
    }
  }

  /** Somebody saved first, or our own earlier save arrived although its answer was lost. */
  private meet(newer: Saved, sent: Fields): void {
    if (sameFields(newer.fields, sent)) this.accepted(sent, newer.version, []);
    else this.join(newer);
  }

  private join(newer: Saved): void {
    if (this.attempted && sameFields(newer.fields, this.attempted)) this.base = newer;
    const { fields, clashes, taken } = merge(this.base.fields, this.state.fields, newer.fields);
    if (clashes.length > 0) {
      this.theirs = newer;
      this.show({ fields, phase: 'clash', clashes, taken, kept: this.keepCopy(fields) });
      return;
    }
    this.base = newer;
    const phase = sameFields(fields, newer.fields) ? 'saved' : 'dirty';
    if (phase === 'saved') this.dropCopy();
    else this.keepCopy(fields);
    this.show({ fields, phase, taken, savedAt: phase === 'saved' ? new Date() : this.state.savedAt });
    if (phase === 'dirty') this.schedule(0);
  }

  private takeUp(copy: Copy, start: Saved): void {
    if (sameFields(copy.fields, start.fields)) {
      this.dropCopy();
      return;
    }
    this.base = copy.base;
    this.attempted = copy.attempted;
    this.state = { ...this.state, fields: copy.fields, phase: 'dirty' };
    if (copy.base.version === start.version) {
      this.base = start;
      this.schedule(0);
    } else this.meet(start, copy.fields);
  }

  private show(part: Partial<SaveState>): void {
    this.state = { ...this.state, ...part };
    for (const listener of this.listeners) listener();
  }

  private readCopy(): Copy | undefined {
    try {
      const text = this.shelf.getItem(this.place);
      return text ? (JSON.parse(text) as Copy) : undefined;
    } catch {
      return undefined;
    }
  }

  private keepCopy(fields: Fields): boolean {
    try {
      this.shelf.setItem(this.place, JSON.stringify({ fields, base: this.base, attempted: this.attempted } satisfies Copy));
      return true;
    } catch {
      return false;
    }
  }

  private dropCopy(): void {
    this.shelf.removeItem(this.place);
  }
}

// Sends files one after another, so that each names the version the one before it made; a cut stops only the file it hit.
import { limits } from '../api/limits';

export type UploadStatus = 'waiting' | 'sending' | 'done' | 'cut' | 'refused';

export interface Upload<Done> {
  readonly id: string;
  readonly slot: string;
  readonly kind: string;
  readonly file: File;
  readonly status: UploadStatus;
  /** Bytes that have left. */
  readonly sent: number;
  readonly error: unknown;
  readonly done: Done | undefined;
}

export interface Transport<Done> {
  /** The version to name, and what stands in each slot. */
  look(): Promise<{ version: number; papers: readonly Standing[] }>;
  put(upload: Upload<Done>, version: number, onSent: (bytes: number) => void, signal: AbortSignal): Promise<Done>;
  /** Whether another act came between, so that the same can be sent again with the new version. */
  stale(fault: unknown): boolean;
  /** Whether no answer came, so that the server may have the file all the same. */
  cut(fault: unknown): boolean;
}

export interface Standing {
  readonly id: string;
  readonly slot: string;
  readonly size: number;
  readonly superseded: boolean;
}

export const mediaTypes = [
  'application/pdf',
  'image/png',
  'image/jpeg',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
] as const;

export type FileFault = 'empty' | 'large' | 'type';

/** Why the file need not even be sent. */
export function fileFault({ size, type }: Pick<File, 'size' | 'type'>): FileFault | undefined {
  if (size === 0) return 'empty';
  if (size > limits.paper) return 'large';
  return mediaTypes.some((each) => each === type) ? undefined : 'type';
}

export class UploadQueue<Done> {
  private uploads: readonly Upload<Done>[] = [];
  private running: { readonly id: string; readonly stop: AbortController } | undefined;
  /** What stood there before a file was sent whose answer was lost. */
  private readonly before = new Map<string, ReadonlySet<string>>();
  private readonly listeners = new Set<() => void>();

  constructor(
    private readonly transport: Transport<Done>,
    private readonly onDone: (done: Done | undefined) => void = () => undefined,
  ) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly snapshot = (): readonly Upload<Done>[] => this.uploads;

  add(slot: string, kind: string, file: File): string {
    const id = crypto.randomUUID();
    const upload: Upload<Done> = { id, slot, kind, file, status: 'waiting', sent: 0, error: undefined, done: undefined };
    this.show([...this.uploads, upload]);
    void this.next();
    return id;
  }

  retry(id: string): void {
    this.change(id, { status: 'waiting', sent: 0, error: undefined });
    void this.next();
  }

  remove(id: string): void {
    if (this.running?.id === id) this.running.stop.abort();
    this.show(this.uploads.filter((upload) => upload.id !== id));
  }

  private async next(): Promise<void> {
    if (this.running) return;
    const upload = this.uploads.find((each) => each.status === 'waiting');
    if (!upload) return;
    this.running = { id: upload.id, stop: new AbortController() };
    this.change(upload.id, { status: 'sending' });
    try {
      const done = await this.sendOnce(upload, this.running.stop.signal, true);
      this.before.delete(upload.id);
      this.change(upload.id, { status: 'done', sent: upload.file.size, done });
      this.onDone(done);
    } catch (fault) {
      this.change(upload.id, { status: this.transport.cut(fault) ? 'cut' : 'refused', error: fault });
    }
    this.running = undefined;
    void this.next();
  }

  /** Nothing comes back where the server turned out to have the file from a sending whose answer was lost. */
  private async sendOnce(upload: Upload<Done>, signal: AbortSignal, again: boolean): Promise<Done | undefined> {
    const { version, papers } = await this.transport.look();
    const known = this.before.get(upload.id);
    const arrived = ({ id, slot, size, superseded }: Standing) =>
      slot === upload.slot && size === upload.file.size && !superseded && !known?.has(id);
    if (known && papers.some(arrived)) return undefined;
    this.before.set(upload.id, new Set(papers.map((paper) => paper.id)));
    try {
      return await this.transport.put(upload, version, (sent) => this.change(upload.id, { sent }), signal);
    } catch (fault) {
      if (!this.transport.cut(fault)) this.before.delete(upload.id);
      if (again && this.transport.stale(fault)) return this.sendOnce(upload, signal, false);
      throw fault;
    }
  }

  private change(id: string, part: Partial<Upload<Done>>): void {
    this.show(this.uploads.map((upload) => (upload.id === id ? { ...upload, ...part } : upload)));
  }

  private show(uploads: readonly Upload<Done>[]): void {
    this.uploads = uploads;
    for (const listener of this.listeners) listener();
  }
}

// The files on their way to one thing, which bumps its version with each.
import { useState, useSyncExternalStore } from 'react';
import { type PaperSent, putPaper } from '../../../api/papers';
import { Refusal } from '../../../api/Refusal';
import { type Standing, type Upload, UploadQueue } from '../../../parts/UploadQueue';

export type PaperUpload = Upload<PaperSent>;

export interface Uploads {
  readonly queue: UploadQueue<PaperSent>;
  readonly uploads: readonly PaperUpload[];
}

interface Target {
  address(slot: string, kind: string): string;
  look(): Promise<{ version: number; papers: readonly Standing[] }>;
  onDone(): void;
}

export function useUploads({ address, look, onDone }: Target): Uploads {
  const [queue] = useState(
    () =>
      new UploadQueue<PaperSent>(
        {
          look,
          put: ({ slot, kind, file }, version, onSent, signal) =>
            putPaper({ address: address(slot, kind), file, version, signal, onSent }),
          stale: (fault) => fault instanceof Refusal && fault.status === 412,
          cut: (fault) => fault instanceof Refusal && fault.outcomeUnknown,
        },
        onDone,
      ),
  );
  return { queue, uploads: useSyncExternalStore(queue.subscribe, queue.snapshot) };
}

// A list that stays as its reader has it in view, while the server's changes: rows keep their places, new ones wait.
import type { DossierLine } from '../api/lists';

export interface HeldList {
  readonly lines: readonly DossierLine[];
  /** Rows that the server no longer has in this list. */
  readonly gone: ReadonlySet<string>;
  /** Rows that others have changed since they were shown. */
  readonly changed: ReadonlySet<string>;
  /** How many rows wait. */
  readonly fresh: number;
  /** Whether the order alone is another one. */
  readonly moved: boolean;
}

export function holdLines(shown: readonly DossierLine[], now: readonly DossierLine[]): HeldList {
  const byId = new Map(now.map((line) => [line.id, line]));
  const held = new Set(shown.map(({ id }) => id));
  const lines = shown.map((line) => byId.get(line.id) ?? line);
  const kept = now.filter(({ id }) => held.has(id));
  const staying = lines.filter(({ id }) => byId.has(id));
  return {
    lines,
    gone: new Set(shown.filter(({ id }) => !byId.has(id)).map(({ id }) => id)),
    changed: new Set(shown.filter(({ id, version }) => (byId.get(id)?.version ?? version) > version).map(({ id }) => id)),
    fresh: now.length - kept.length,
    moved: staying.some(({ id }, place) => kept[place]?.id !== id),
  };
}

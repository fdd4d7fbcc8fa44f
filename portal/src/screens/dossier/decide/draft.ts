// What a person is writing about a dossier; kept while the portal is open, so that no tab or page change loses it.
import { useSyncExternalStore } from 'react';
import type { Schema } from '../../../api/client';

export interface DraftPoint {
  readonly key: string;
  readonly code: string;
  readonly pointer: string;
  readonly text: string;
}

export interface DraftDocument {
  readonly number: string;
  readonly date: string;
}

export interface Draft {
  readonly command?: Schema['Command'] | undefined;
  /** The act was chosen from elsewhere than its list, and its form is still to take the focus. */
  readonly called?: boolean;
  /** Texts, choices, dates and numbers by the member of the body they go into. */
  readonly values: Readonly<Record<string, string>>;
  readonly documents: Readonly<Record<string, DraftDocument>>;
  readonly points: readonly DraftPoint[];
  readonly answers: Readonly<Record<string, string>>;
  readonly attestations: Readonly<Record<string, { readonly value: string; readonly reason: string }>>;
  readonly grounds: readonly string[];
}

export const newPoint = (): DraftPoint => ({ key: crypto.randomUUID(), code: '', pointer: '', text: '' });

const blank: Draft = { values: {}, documents: {}, points: [], answers: {}, attestations: {}, grounds: [] };
const drafts = new Map<string, Draft>();
const listeners = new Set<() => void>();

function keep(dossier: string, draft: Draft | undefined): void {
  if (draft) drafts.set(dossier, draft);
  else drafts.delete(dossier);
  for (const listener of listeners) listener();
}

/** From a list, whose dossier then opens with the act chosen, or by a key; its form takes the focus, and what was written stays. */
export function chooseAct(dossier: string, command: Schema['Command']): void {
  keep(dossier, { ...(drafts.get(dossier) ?? blank), command, called: true });
}

export interface DraftKeeper {
  readonly draft: Draft;
  change(part: Partial<Draft>): void;
  setValue(name: string, value: string): void;
  clear(): void;
}

export function useDraft(dossier: string): DraftKeeper {
  const draft = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => drafts.get(dossier) ?? blank,
  );
  const change = (part: Partial<Draft>) => keep(dossier, { ...(drafts.get(dossier) ?? blank), ...part });
  return {
    draft,
    change,
    setValue: (name, value) => change({ values: { ...(drafts.get(dossier) ?? blank).values, [name]: value } }),
    clear: () => keep(dossier, undefined),
  };
}

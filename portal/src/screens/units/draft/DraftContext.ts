// What every part of the draft page works on.
import { createContext, use, useSyncExternalStore } from 'react';
import type { Check, Dossier } from '../../../api/dossier';
import type { Autosaver, SaveState } from './Autosaver';
import type { Task } from './tasks';

export interface Desk {
  readonly dossier: Dossier;
  readonly check: Check;
  readonly saver: Autosaver;
  readonly tasks: readonly Task[];
}

export const DraftContext = createContext<Desk | null>(null);

export function useDesk(): Desk {
  const desk = use(DraftContext);
  if (!desk) throw new Error('useDesk outside DraftDesk');
  return desk;
}

export function useSaveState(saver: Autosaver): SaveState {
  return useSyncExternalStore(saver.subscribe, saver.snapshot);
}

/** What a form field needs to write into the draft. */
export function useField(pointer: string) {
  const { saver } = useDesk();
  const { fields } = useSaveState(saver);
  return {
    value: fields[pointer] ?? '',
    write: (text: string) => saver.edit(pointer, text),
    handlers: {
      onBlur: () => saver.flush(),
      onCompositionStart: () => saver.setComposing(true),
      onCompositionEnd: () => saver.setComposing(false),
    },
  };
}

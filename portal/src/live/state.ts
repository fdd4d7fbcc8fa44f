// The state of the live link, for whoever shows it.
import { useSyncExternalStore } from 'react';
import type { LiveState } from './messages';

let state: LiveState = 'starting';
const listeners = new Set<() => void>();

export function setLiveState(wanted: LiveState): void {
  if (wanted === state) return;
  state = wanted;
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export function useLiveState(): LiveState {
  return useSyncExternalStore(subscribe, () => state);
}

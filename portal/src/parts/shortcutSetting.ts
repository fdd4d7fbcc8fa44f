// Whether single-key shortcuts are on; people who speak to their computer switch them off.
import { useSyncExternalStore } from 'react';

const place = 'vinhdanh.shortcuts';
const listeners = new Set<() => void>();

export const shortcutsOn = () => localStorage.getItem(place) !== 'off';

export function setShortcutsOn(on: boolean): void {
  localStorage.setItem(place, on ? 'on' : 'off');
  for (const listener of listeners) listener();
}

export function useShortcutsOn(): boolean {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, shortcutsOn);
}

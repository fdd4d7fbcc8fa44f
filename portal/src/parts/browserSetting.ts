// A choice that this browser remembers.
import { useSyncExternalStore } from 'react';

export interface BrowserSetting<T extends string> {
  get(): T;
  set(value: T): void;
  use(): T;
}

/** The first of `values` is what stands until something else is chosen. */
export function browserSetting<T extends string>(place: string, values: readonly [T, ...T[]]): BrowserSetting<T> {
  const listeners = new Set<() => void>();
  const get = () => values.find((value) => value === localStorage.getItem(place)) ?? values[0];
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  return {
    get,
    set: (value) => {
      localStorage.setItem(place, value);
      for (const listener of listeners) listener();
    },
    use: () => useSyncExternalStore(subscribe, get),
  };
}

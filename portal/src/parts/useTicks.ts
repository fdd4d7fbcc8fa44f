// Which rows of a list are chosen for one act on many.
import { useState } from 'react';

/** As many as one act is sent for: each is a request of its own. */
export const mostTicked = 100;

export interface Ticks {
  readonly ids: readonly string[];
  has(id: string): boolean;
  toggle(id: string): void;
  setAll(ids: readonly string[]): void;
}

/** Only those that the list still has count. */
export function useTicks(listed: readonly string[]): Ticks {
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const ids = chosen.filter((id) => listed.includes(id));
  return {
    ids,
    has: (id) => ids.includes(id),
    toggle: (id) => setChosen(ids.includes(id) ? ids.filter((each) => each !== id) : [...ids, id].slice(0, mostTicked)),
    setAll: (wanted) => setChosen(wanted.slice(0, mostTicked)),
  };
}

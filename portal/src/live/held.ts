// Pages on which somebody may be writing: what they show is read anew when their reader asks for it, and they hear that there is news.
import { useEffect, useSyncExternalStore } from 'react';
import type { Note } from './messages';

const news = new Map<string, Note>();
const pages = new Map<string, number>();
const listeners = new Set<() => void>();
const nameOf = (stream: Note['stream'], id: string) => `${stream} ${id}`;

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Whether the event is for a page that is held; then it is told, and nothing else is to be done about the thing. */
export function tellHeldPage(note: Note): boolean {
  const name = nameOf(note.stream, note.id);
  if (!pages.has(name)) return false;
  if ((news.get(name)?.n ?? -1) < note.n) news.set(name, note);
  for (const listener of listeners) listener();
  return true;
}

/** Holds the page of a thing; gives the newest event of it that came meanwhile. */
export function useHeldPage(stream: Note['stream'], id: string): Note | undefined {
  const name = nameOf(stream, id);
  useEffect(() => {
    pages.set(name, (pages.get(name) ?? 0) + 1);
    return () => {
      const left = (pages.get(name) ?? 1) - 1;
      if (left > 0) pages.set(name, left);
      else {
        pages.delete(name);
        news.delete(name);
      }
    };
  }, [name]);
  return useSyncExternalStore(subscribe, () => news.get(name));
}

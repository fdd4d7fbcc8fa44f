// After an act the next task of the list it came from is opened, where the person wants that.
import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import { browserSetting } from './browserSetting';

export const nextTaskSetting = browserSetting('vinhdanh.nextTask', ['stay', 'next'] as const);

interface Page {
  readonly items: readonly { readonly id: string }[];
}

/** The task behind it, or else the one before, in the box that was read last; undefined where there is none. */
export function taskAfter(ids: readonly string[], id: string): string | undefined {
  const at = ids.indexOf(id);
  return at < 0 ? undefined : (ids[at + 1] ?? ids[at - 1]);
}

export function nextTask(cache: QueryClient, id: string): string | undefined {
  const boxes = cache
    .getQueryCache()
    .findAll({ queryKey: ['lists', 'box'] })
    .sort((one, other) => other.state.dataUpdatedAt - one.state.dataUpdatedAt);
  for (const box of boxes) {
    const pages = (box.state.data as InfiniteData<Page> | undefined)?.pages ?? [];
    const next = taskAfter(
      pages.flatMap((page) => page.items.map((item) => item.id)),
      id,
    );
    if (next) return next;
  }
  return undefined;
}

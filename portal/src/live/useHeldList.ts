// Holds a list still from when it is first shown until its reader asks for what is new, turns to another one, or acts himself.
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { DossierLine } from '../api/lists';
import { type HeldList, holdLines } from './heldLines';

const ownActCounts = 8_000;

interface Answered {
  readonly isSuccess: boolean;
  readonly isFetching: boolean;
  readonly isPlaceholderData: boolean;
  readonly data: { readonly pages: readonly unknown[] } | undefined;
}

/** `of` names the list; another name is another list. */
export function useHeldList(of: string, now: readonly DossierLine[], list: Answered): HeldList & { take(): void } {
  const cache = useQueryClient();
  const pages = list.data?.pages.length ?? 0;
  const shown = useRef({ of, pages, settled: false, lines: now });
  const acted = useRef(Number.NEGATIVE_INFINITY);
  const [, again] = useState(0);

  useEffect(
    () =>
      cache.getMutationCache().subscribe((event) => {
        if (event.type === 'updated' && event.action.type === 'success') acted.current = performance.now();
      }),
    [cache],
  );

  const settled = list.isSuccess && !list.isPlaceholderData && !list.isFetching;
  const was = shown.current;
  const actedHimself = settled && performance.now() - acted.current < ownActCounts;
  if (was.of !== of || !was.settled || pages > was.pages || actedHimself) {
    shown.current = { of, pages, settled: settled || (was.of === of && was.settled), lines: now };
  }

  const take = () => {
    shown.current = { ...shown.current, lines: now };
    again((count) => count + 1);
  };
  return { ...holdLines(shown.current.lines, now), take };
}

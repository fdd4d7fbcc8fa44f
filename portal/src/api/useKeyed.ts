// A command that must not be recorded twice: its key stays the same until the server has said what came of it.
import { type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { Refusal } from './Refusal';

/** Whether what was read before should be read again: the act was recorded, or others acted in between. */
const changedThings = (error: unknown) => !error || (error instanceof Refusal && error.status === 412);

export function useKeyed<Input, Answer>(
  send: (input: Input, key: string) => Promise<Answer>,
  stale: readonly QueryKey[],
) {
  const cache = useQueryClient();
  const key = useRef<string>(crypto.randomUUID());
  return useMutation({
    mutationFn: (input: Input) => send(input, key.current),
    onSettled: (_answer, error: unknown) => {
      if (!(error instanceof Refusal && error.outcomeUnknown)) key.current = crypto.randomUUID();
      if (changedThings(error)) for (const queryKey of stale) void cache.invalidateQueries({ queryKey });
    },
  });
}

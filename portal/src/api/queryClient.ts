// How long answers are believed and what is asked again.
import { QueryClient } from '@tanstack/react-query';
import { Refusal } from './Refusal';

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      retry: (count, error) => count < 2 && error instanceof Refusal && error.outcomeUnknown,
      refetchOnWindowFocus: true,
    },
  },
});

// How long answers are believed and what is asked again.
import { QueryClient } from '@tanstack/react-query';
import { Refusal } from './Refusal';

export const queryClient = new QueryClient({
  defaultOptions: {
    // A browser that believes itself without a network is asked all the same, so that what fails is said.
    mutations: { networkMode: 'always' },
    queries: {
      networkMode: 'always',
      staleTime: 15_000,
      retry: (count, error) => count < 2 && error instanceof Refusal && error.outcomeUnknown,
      refetchOnWindowFocus: true,
    },
  },
});

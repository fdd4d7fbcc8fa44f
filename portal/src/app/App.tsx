// Everything the screens stand in: theme, words, answers of the server and the session.
import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { useEffect } from 'react';
import { queryClient } from '../api/queryClient';
import { rememberLinks } from '../parts/returnFocus';
import { theme } from '../theme/theme';
import { WordsProvider } from '../words/WordsProvider';
import { SessionGate } from './SessionGate';

export function App() {
  useEffect(rememberLinks, []);
  return (
    <MantineProvider theme={theme} withCssVariables={false} withGlobalClasses={false} forceColorScheme="light">
      <QueryClientProvider client={queryClient}>
        <WordsProvider>
          <SessionGate />
        </WordsProvider>
      </QueryClientProvider>
    </MantineProvider>
  );
}

// The words searched for, kept in the history entry so that "back" brings them again.
import { useLocation } from 'wouter';
import { useHistoryState } from 'wouter/use-browser-location';

interface Kept {
  readonly text?: string;
}

export function useSearchText(): readonly [string, (text: string) => void] {
  const kept = useHistoryState<Kept | null>();
  const [, navigate] = useLocation();
  const setText = (text: string) => navigate(window.location.pathname + window.location.search, { state: { text } });
  return [kept?.text ?? '', setText];
}

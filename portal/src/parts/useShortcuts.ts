// Binds single keys to acts for as long as the part is on the page.
import { useEffect, useRef } from 'react';
import { shortcutKey } from './shortcutKey';
import { shortcutsOn } from './shortcutSetting';

export function useShortcuts(acts: Readonly<Record<string, () => void>>): void {
  const latest = useRef(acts);
  latest.current = acts;
  useEffect(() => {
    const act = (event: KeyboardEvent) => {
      const key = shortcutsOn() ? shortcutKey(event) : null;
      const chosen = key === null ? undefined : latest.current[key];
      if (!chosen) return;
      event.preventDefault();
      chosen();
    };
    window.addEventListener('keydown', act);
    return () => window.removeEventListener('keydown', act);
  }, []);
}

// Binds keys, or two of them in a row ("g h"), to acts for as long as the part is on the page.
import { useEffect, useRef } from 'react';
import { keySequence } from './keySequence';
import { shortcutKey } from './shortcutKey';
import { shortcutsOn } from './shortcutSetting';

export function useShortcuts(acts: Readonly<Record<string, () => void>>): void {
  const latest = useRef(acts);
  latest.current = acts;
  useEffect(() => {
    let namesOf = keySequence();
    const act = (event: KeyboardEvent) => {
      const key = shortcutsOn() ? shortcutKey(event) : null;
      // What was typed in between begins anew.
      if (key === null) namesOf = keySequence();
      const names = key === null ? [] : namesOf(key);
      const chosen = names.map((name) => latest.current[name]).find((each) => each !== undefined);
      if (!chosen) return;
      event.preventDefault();
      chosen();
    };
    window.addEventListener('keydown', act);
    return () => window.removeEventListener('keydown', act);
  }, []);
}

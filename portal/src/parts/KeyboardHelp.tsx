// The keys that work on lists and dossiers and lead to places, and the switch that turns them off; "?" opens it on every page.
import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { Key } from '../words/vi';
import { useWords } from '../words/WordsProvider';
import { Dialog } from './Dialog';
import styles from './KeyboardHelp.module.css';
import { setShortcutsOn, useShortcutsOn } from './shortcutSetting';
import { useShortcuts } from './useShortcuts';

/** Keys that are pressed one after the other stand with a space between. */
export interface HelpLine {
  readonly keys: string;
  readonly word: Key;
}

const lines: readonly HelpLine[] = [
  { keys: 'j', word: 'keys.next' },
  { keys: 'k', word: 'keys.previous' },
  { keys: 'o', word: 'keys.open' },
  { keys: 'Enter', word: 'keys.open' },
  { keys: 'x', word: 'desk.keyTick' },
  { keys: 'e', word: 'keys.endorse' },
  { keys: 'r', word: 'keys.return' },
  { keys: '/', word: 'keys.search' },
  { keys: '?', word: 'keys.help' },
];

let show: () => void = () => undefined;

/** From wherever a button for it stands. */
export function showKeyboardHelp(): void {
  show();
}

export function KeyboardHelp({ places }: { readonly places: readonly HelpLine[] }) {
  const { t } = useWords();
  const on = useShortcutsOn();
  const [open, setOpen] = useState(false);
  useShortcuts({ '?': () => setOpen(true) });
  useEffect(() => {
    show = () => setOpen(true);
    return () => {
      show = () => undefined;
    };
  }, []);
  const line = ({ keys }: HelpLine, text: string) => (
    <div key={keys}>
      <dt>
        {keys.split(' ').map((key) => (
          <kbd key={key} className={styles.key}>
            {key}
          </kbd>
        ))}
      </dt>
      <dd>{text}</dd>
    </div>
  );
  return (
    <Dialog title={t('keys.title')} open={open} onClose={() => setOpen(false)}>
      <dl className={styles.keys}>
        {lines.map((each) => line(each, t(each.word)))}
        {places.map((each) => line(each, t('keys.goTo', { place: t(each.word) })))}
      </dl>
      <Button variant="default" onClick={() => setShortcutsOn(!on)}>
        {on ? t('keys.turnOff') : t('keys.turnOn')}
      </Button>
    </Dialog>
  );
}

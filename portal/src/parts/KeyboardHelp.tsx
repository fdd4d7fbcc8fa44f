// The keys that work on lists, and the switch that turns them off.
import { Button } from '@mantine/core';
import type { Key } from '../words/vi';
import { useWords } from '../words/WordsProvider';
import { Dialog } from './Dialog';
import styles from './KeyboardHelp.module.css';
import { setShortcutsOn, useShortcutsOn } from './shortcutSetting';

const keys: readonly (readonly [string, Key])[] = [
  ['j', 'keys.next'],
  ['k', 'keys.previous'],
  ['o', 'keys.open'],
  ['Enter', 'keys.open'],
  ['x', 'desk.keyTick'],
  ['/', 'keys.search'],
  ['?', 'keys.help'],
];

interface KeyboardHelpProps {
  readonly open: boolean;
  onOpen(): void;
  onClose(): void;
}

export function KeyboardHelp({ open, onOpen, onClose }: KeyboardHelpProps) {
  const { t } = useWords();
  const on = useShortcutsOn();
  return (
    <div className={styles.help}>
      <button type="button" className={styles.opener} aria-haspopup="dialog" onClick={onOpen}>
        {t('keys.title')} <kbd className={styles.key}>{'?'}</kbd>
      </button>
      <Dialog title={t('keys.title')} open={open} onClose={onClose}>
        <dl className={styles.keys}>
          {keys.map(([key, word]) => (
            <div key={key}>
              <dt>
                <kbd className={styles.key}>{key}</kbd>
              </dt>
              <dd>{t(word)}</dd>
            </div>
          ))}
        </dl>
        <Button variant="default" onClick={() => setShortcutsOn(!on)}>
          {on ? t('keys.turnOff') : t('keys.turnOn')}
        </Button>
      </Dialog>
    </div>
  );
}

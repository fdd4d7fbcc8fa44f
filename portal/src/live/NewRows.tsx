// Over a list that is held still: how many rows wait, and showing them.
import { useEffect } from 'react';
import { useWords } from '../words/WordsProvider';
import { announce } from './announce';
import type { HeldList } from './heldLines';
import styles from './NewRows.module.css';

export function NewRows({ held }: { held: HeldList & { take(): void } }) {
  const { t } = useWords();
  const { fresh, gone, moved, take } = held;
  useEffect(() => {
    if (fresh > 0) announce(t('live.heard', { n: fresh }));
  }, [fresh, t]);
  if (fresh === 0 && gone.size === 0 && !moved) return null;
  const show = () => {
    take();
    document.querySelector<HTMLElement>('[data-row]')?.focus({ preventScroll: true });
  };
  return (
    <div className={`${styles.place} no-print`}>
      <button type="button" className={styles.pill} onClick={show}>
        {fresh > 0 ? t('live.new', { n: fresh }) : t('live.refresh')}
      </button>
    </div>
  );
}

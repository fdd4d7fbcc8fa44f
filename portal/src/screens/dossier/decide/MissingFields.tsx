// The required fields that are empty, each a link to its field.
import { useEffect, useRef } from 'react';
import { useWords } from '../../../words/WordsProvider';
import styles from './DecisionPanel.module.css';
import { fieldId } from './fields/fieldId';

export function MissingFields({ names }: { names: readonly string[] }) {
  const { t, lookUp } = useWords();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (names.length > 0) box.current?.focus();
  }, [names]);
  const word = (name: string) => (name === 'points' ? t('points.title') : lookUp(`field.${name}`, name));
  return (
    <div className={styles.missing} ref={box} role="alert" tabIndex={-1}>
      <strong>{t('decide.fix')}</strong>
      <ul>
        {names.map((name) => (
          <li key={name}>
            <a
              href={`#${fieldId(name)}`}
              onClick={(event) => {
                event.preventDefault();
                document.getElementById(fieldId(name))?.focus();
              }}
            >
              {t('check.filled', { field: word(name) })}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

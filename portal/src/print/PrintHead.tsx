// On paper only: what was printed, by whom in which office, and when.
import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { useMe } from '../api/me';
import { formatInstant } from '../words/format';
import { useWords } from '../words/WordsProvider';
import styles from './PrintHead.module.css';

interface Printed {
  readonly title: string;
  readonly at: string;
}

const now = (): Printed => ({ title: document.title, at: formatInstant(new Date().toISOString()) });

export function PrintHead({ person }: { person: string }) {
  const { t } = useWords();
  const { data: me } = useMe();
  const [printed, setPrinted] = useState<Printed | undefined>(undefined);
  useEffect(() => {
    const note = () => flushSync(() => setPrinted(now()));
    window.addEventListener('beforeprint', note);
    return () => window.removeEventListener('beforeprint', note);
  }, []);
  if (!printed) return null;
  return (
    <div className={`print-only ${styles.head}`}>
      <strong>{printed.title}</strong>
      <p>{t('print.by', { name: person, office: me?.office_name ?? '', time: printed.at })}</p>
    </div>
  );
}

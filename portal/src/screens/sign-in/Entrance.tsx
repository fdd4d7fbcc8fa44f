// The plain page that sign-in and what belongs to it stand on.
import { Award } from 'lucide-react';
import type { ReactNode } from 'react';
import { LanguageSwitch } from '../../app/LanguageSwitch';
import { PageHeading } from '../../parts/PageHeading';
import { useWords } from '../../words/WordsProvider';
import styles from './Entrance.module.css';

interface EntranceProps {
  readonly title: string;
  readonly why?: string;
  readonly children: ReactNode;
}

export function Entrance({ title, why, children }: EntranceProps) {
  const { t } = useWords();
  return (
    <div className={styles.page}>
      <header className={styles.bar}>
        <Award size={30} className={styles.seal} aria-hidden />
        <div className={styles.name}>
          <strong>{t('app.name')}</strong>
          <span>{t('signIn.about')}</span>
        </div>
        <LanguageSwitch />
      </header>
      <main className={styles.card}>
        <PageHeading title={title} />
        {why && <p>{why}</p>}
        {children}
      </main>
    </div>
  );
}

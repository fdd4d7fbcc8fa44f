// Says why the dossier cannot be changed now, and where to go instead.
import { Button } from '@mantine/core';
import { Link } from 'wouter';
import type { Action, Dossier } from '../../../api/dossier';
import { useWords } from '../../../words/WordsProvider';
import styles from '../Units.module.css';
import { DraftHeader } from './DraftHeader';

export function NotEditable({ dossier, action }: { dossier: Dossier; action: Action | undefined }) {
  const { t, say } = useWords();
  return (
    <>
      <DraftHeader dossier={dossier} />
      <section className={styles.card}>
        <h2>{t('draft.locked')}</h2>
        {action?.reasons.map((reason) => (
          <p key={reason.code}>{say(reason.sentence)}</p>
        ))}
        <div className={styles.acts}>
          <Button component={Link} href={`/dossiers/${dossier.id}`}>
            {t('list.open')}
          </Button>
          <Button component={Link} href={`/dossiers/${dossier.id}/receipt`} variant="default">
            {t('submission.receipt')}
          </Button>
        </div>
      </section>
    </>
  );
}

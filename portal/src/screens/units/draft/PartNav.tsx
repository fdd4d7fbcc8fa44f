// From one part to the next; at the start, to the first that is not done.
import { Button } from '@mantine/core';
import { ArrowLeft, ArrowRight } from 'lucide-react';
import { Link } from 'wouter';
import { useWords } from '../../../words/WordsProvider';
import { draftAddress } from './addresses';
import styles from './Draft.module.css';
import { useDesk } from './DraftContext';
import { type TaskName, taskNames } from './tasks';

export function PartNav({ current }: { current: TaskName | undefined }) {
  const { t } = useWords();
  const { dossier, tasks } = useDesk();
  if (!current) {
    const next = tasks.find((task) => task.status === 'todo' || task.status === 'missing')?.name ?? 'check';
    return (
      <div className={styles.start}>
        <p>{t('draft.start')}</p>
        <Button component={Link} href={draftAddress(dossier.id, next)} rightSection={<ArrowRight size={18} aria-hidden />}>
          {t(`draft.task.${next}`)}
        </Button>
      </div>
    );
  }
  const next = taskNames[taskNames.indexOf(current) + 1];
  return (
    <div className={styles.partNav}>
      <Button component={Link} href={draftAddress(dossier.id)} variant="default" leftSection={<ArrowLeft size={18} aria-hidden />}>
        {t('draft.tasks')}
      </Button>
      {next && (
        <Button component={Link} href={draftAddress(dossier.id, next)} rightSection={<ArrowRight size={18} aria-hidden />}>
          {t('draft.next', { part: t(`draft.task.${next}`) })}
        </Button>
      )}
    </div>
  );
}

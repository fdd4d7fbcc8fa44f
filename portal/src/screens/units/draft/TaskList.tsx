// The parts of the dossier with how far each is, and what is still wanted.
import { Link } from 'wouter';
import { Tag } from '../../../parts/Tag';
import { useWords } from '../../../words/WordsProvider';
import { draftAddress } from './addresses';
import styles from './Draft.module.css';
import { useDesk } from './DraftContext';
import { statusLooks } from './statusLooks';
import type { TaskName } from './tasks';

export function TaskList({ current }: { current: TaskName | undefined }) {
  const { t } = useWords();
  const { dossier, tasks } = useDesk();
  const done = tasks.filter((task) => task.status === 'done' || task.status === 'not_applicable').length;
  return (
    <nav className={styles.tasks} aria-label={t('draft.tasks')}>
      <p className={styles.progress}>{t('draft.progress', { done, n: tasks.length })}</p>
      <progress value={done} max={tasks.length} aria-label={t('draft.tasks')} />
      <ol>
        {tasks.map(({ name, status, missing, points }) => {
          const [tone, icon] = statusLooks[status];
          return (
            <li key={name}>
              <Link
                href={draftAddress(dossier.id, name)}
                className={styles.task}
                aria-current={name === current ? 'step' : undefined}
              >
                <span className={styles.taskName}>{t(`draft.task.${name}`)}</span>
                <Tag tone={tone} icon={icon}>
                  {t(`draft.status.${status}`)}
                </Tag>
                {missing.length + points > 0 && (
                  <span className={styles.taskNote}>
                    {[
                      points > 0 && t('draft.pointsHere', { n: points }),
                      missing.length > 0 && t('draft.missingHere', { n: missing.length }),
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </span>
                )}
              </Link>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

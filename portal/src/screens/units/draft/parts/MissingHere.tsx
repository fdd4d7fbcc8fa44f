// What the rules still want in the open part, with the clause, each a way to its field.
import { useWords } from '../../../../words/WordsProvider';
import styles from '../Draft.module.css';
import { useDesk } from '../DraftContext';
import { MissingThing } from '../MissingThing';
import type { TaskName } from '../tasks';

export function MissingHere({ name }: { name: TaskName }) {
  const { t } = useWords();
  const { tasks } = useDesk();
  const missing = tasks.find((task) => task.name === name)?.missing ?? [];
  if (missing.length === 0) return null;
  return (
    <details className={styles.wanted}>
      <summary>{t('draft.missingHere', { n: missing.length })}</summary>
      <ul>
        {missing.map((reason) => (
          <MissingThing key={reason.code + reason.pointer} reason={reason} />
        ))}
      </ul>
    </details>
  );
}

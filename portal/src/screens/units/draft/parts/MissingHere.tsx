// What the rules still want in the open part, with the clause, each a way to its field.
import { useWords } from '../../../../words/WordsProvider';
import { fieldId } from '../addresses';
import styles from '../Draft.module.css';
import { useDesk } from '../DraftContext';
import type { TaskName } from '../tasks';

export function MissingHere({ name }: { name: TaskName }) {
  const { t, say } = useWords();
  const { tasks } = useDesk();
  const missing = tasks.find((task) => task.name === name)?.missing ?? [];
  if (missing.length === 0) return null;
  return (
    <details className={styles.wanted}>
      <summary>{t('draft.missingHere', { n: missing.length })}</summary>
      <ul>
        {missing.map((reason) => (
          <li key={reason.code + reason.pointer}>
            <a href={`#${fieldId(reason.pointer ?? '')}`}>{say(reason.sentence)}</a>
            {reason.citation && ` ${t('decide.citation', { citation: reason.citation })}.`}
            {reason.assumed && ` (${t('app.assumed')})`}
          </li>
        ))}
      </ul>
    </details>
  );
}

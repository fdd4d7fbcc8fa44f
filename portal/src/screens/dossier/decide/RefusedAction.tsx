// One refused command: its name, why not, and the clause that says so.
import type { Action } from '../../../api/dossier';
import { useWords } from '../../../words/WordsProvider';
import styles from './DecisionPanel.module.css';

export function RefusedAction({ action }: { action: Action }) {
  const { t, say } = useWords();
  return (
    <li className={styles.refusal}>
      <strong>{t(`command.${action.command}`)}</strong>
      {action.reasons.map((reason) => (
        <p key={reason.code + (reason.pointer ?? '')} className={styles.soft}>
          {say(reason.sentence)}
          {reason.citation && ` ${t('decide.citation', { citation: reason.citation })}.`}
          {reason.assumed && ` (${t('app.assumed')})`}
        </p>
      ))}
    </li>
  );
}

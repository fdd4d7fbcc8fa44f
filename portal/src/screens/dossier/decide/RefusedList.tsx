// The commands that are refused now, each with every reason.
import type { Action } from '../../../api/dossier';
import { useWords } from '../../../words/WordsProvider';
import styles from './DecisionPanel.module.css';
import { RefusedAction } from './RefusedAction';
import { refusedActions } from './refusedActions';

export function RefusedList({ actions }: { actions: readonly Action[] }) {
  const { t } = useWords();
  const { obstructed, notTurn } = refusedActions(actions);
  return (
    <div className={styles.refused}>
      {obstructed.length > 0 && (
        <div>
          <h3>{t('decide.refused')}</h3>
          <ul className={styles.list}>
            {obstructed.map((action) => (
              <RefusedAction key={action.command} action={action} />
            ))}
          </ul>
        </div>
      )}
      {notTurn.length > 0 && (
        <details>
          <summary>{t('decide.notTurn', { n: notTurn.length })}</summary>
          <ul className={styles.list}>
            {notTurn.map((action) => (
              <RefusedAction key={action.command} action={action} />
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

// What a conclusion of ineligibility rests on: criteria that are not met, papers that are not there.
import { type Dossier, useCheck } from '../../../../api/dossier';
import { useWords } from '../../../../words/WordsProvider';
import styles from '../DecisionPanel.module.css';
import { useDraft } from '../draft';
import { fieldId } from './fieldId';

export function GroundsField({ dossier }: { dossier: Dossier }) {
  const { t, lookUp } = useWords();
  const { draft, change } = useDraft(dossier.id);
  const { data: check } = useCheck(dossier.id);
  const criteria = (check?.criteria?.findings ?? []).map((each) => ({ ground: `criterion:${each.criterion}`, word: each.text }));
  const papers = (check?.papers ?? []).map((each) => ({
    ground: `paper:${each.slot}`,
    word: t('points.paper', { paper: lookUp(`slot.${each.slot}`, each.slot) }),
  }));
  const toggle = (ground: string, on: boolean) =>
    change({ grounds: on ? [...draft.grounds, ground] : draft.grounds.filter((each) => each !== ground) });
  return (
    <fieldset className={styles.group}>
      <legend>{t('field.grounds')}</legend>
      {[...criteria, ...papers].map(({ ground, word }, index) => (
        <label key={ground} className={styles.check}>
          <input
            type="checkbox"
            id={index === 0 ? fieldId('grounds') : undefined}
            checked={draft.grounds.includes(ground)}
            onChange={(event) => toggle(ground, event.currentTarget.checked)}
          />
          <span lang="vi">{word}</span>
        </label>
      ))}
    </fieldset>
  );
}

// The council's minutes: number, date, members and votes.
import { useWords } from '../../../../words/WordsProvider';
import styles from '../DecisionPanel.module.css';
import { DocumentField } from './DocumentField';
import { LineField } from './LineField';

const counts = ['members_total', 'members_present', 'votes_for'] as const;

export function MinutesField({ dossier }: { dossier: string }) {
  const { t } = useWords();
  return (
    <div className={styles.group}>
      <DocumentField name="minutes" required={false} dossier={dossier} />
      <fieldset className={styles.group}>
        <legend className="visually-hidden">{t('field.minutes')}</legend>
        {counts.map((name) => (
          <LineField key={name} name={name} type="number" dossier={dossier} />
        ))}
      </fieldset>
    </div>
  );
}

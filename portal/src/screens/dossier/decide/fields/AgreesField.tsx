// Agrees or not, for a consulted opinion.
import { Radio } from '@mantine/core';
import { useWords } from '../../../../words/WordsProvider';
import styles from '../DecisionPanel.module.css';
import { useDraft } from '../draft';
import { fieldId } from './fieldId';

export function AgreesField({ dossier }: { dossier: string }) {
  const { t } = useWords();
  const { draft, setValue } = useDraft(dossier);
  return (
    <Radio.Group
      label={t('field.agrees')}
      required
      value={draft.values.agrees ?? ''}
      onChange={(value) => setValue('agrees', value)}
    >
      <div className={styles.choices}>
        <Radio id={fieldId('agrees')} value="true" label={t('opinions.agree')} />
        <Radio value="false" label={t('opinions.disagree')} />
      </div>
    </Radio.Group>
  );
}

// The reviewer's word on each criterion that no figure decides.
import { NativeSelect, TextInput } from '@mantine/core';
import { type Dossier, useCheck } from '../../../../api/dossier';
import { useWords } from '../../../../words/WordsProvider';
import styles from '../DecisionPanel.module.css';
import { useDraft } from '../draft';
import { fieldId } from './fieldId';

const values = ['met', 'not_met', 'not_applicable'] as const;

export function AttestationsField({ dossier }: { dossier: Dossier }) {
  const { t } = useWords();
  const { draft, change } = useDraft(dossier.id);
  const { data: check } = useCheck(dossier.id);
  const attested = (check?.criteria?.findings ?? []).filter((finding) => finding.kind === 'attested');
  const write = (criterion: string, part: { value?: string; reason?: string }) => {
    const former = draft.attestations[criterion] ?? { value: '', reason: '' };
    change({ attestations: { ...draft.attestations, [criterion]: { ...former, ...part } } });
  };
  return (
    <fieldset className={styles.group}>
      <legend>{t('field.attestations')}</legend>
      {attested.map((finding, index) => {
        const written = draft.attestations[finding.criterion];
        return (
          <div key={finding.criterion} className={styles.point}>
            <NativeSelect
              id={index === 0 ? fieldId('attestations') : undefined}
              label={<span lang="vi">{finding.text}</span>}
              value={written?.value ?? ''}
              data={[
                { value: '', label: t('field.choose') },
                ...values.map((value) => ({ value, label: t(`verdict.${value}`) })),
              ]}
              onChange={(event) => write(finding.criterion, { value: event.currentTarget.value })}
            />
            {written?.value && written.value !== 'met' && (
              <TextInput
                label={t('field.attestationReason')}
                required
                value={written.reason}
                onChange={(event) => write(finding.criterion, { reason: event.currentTarget.value })}
              />
            )}
          </div>
        );
      })}
    </fieldset>
  );
}

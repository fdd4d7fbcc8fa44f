// Takes one dossier out of the open decision, with the reason.
import { Textarea } from '@mantine/core';
import { useRemoveFromDecision } from '../../api/decisions';
import type { DossierLine } from '../../api/lists';
import { ActDialog } from '../../parts/ActDialog';
import { formText } from '../../parts/formText';
import { Vi } from '../../parts/Vi';
import { useWords } from '../../words/WordsProvider';

export function RemoveDossier({ line }: { line: DossierLine }) {
  const { t } = useWords();
  const remove = useRemoveFromDecision(line.id);
  return (
    <ActDialog
      label={t('decisions.remove')}
      title={t('command.remove_from_decision')}
      submit={t('command.remove_from_decision')}
      text={<Vi>{`${line.code} · ${line.nominee_name}`}</Vi>}
      done={t('decisions.removed', { code: line.code })}
      run={(form) => remove.mutateAsync({ reason: formText(form, 'reason'), version: line.version })}
    >
      <Textarea name="reason" label={t('field.reason')} required rows={3} />
    </ActDialog>
  );
}

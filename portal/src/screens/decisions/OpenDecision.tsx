// Opens a decision for an award form of an occasion.
import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { useOpenDecision } from '../../api/decisions';
import { type Occasion, useOccasionActions } from '../../api/occasions';
import { ActDialog } from '../../parts/ActDialog';
import { formText } from '../../parts/formText';
import { useWords } from '../../words/WordsProvider';

export function OpenDecision({ occasions }: { occasions: readonly Occasion[] }) {
  const { t } = useWords();
  const [, navigate] = useLocation();
  const open = useOpenDecision();
  const [chosen, choose] = useState('');
  const occasion = occasions.find((each) => each.id === chosen);
  const { data: actions } = useOccasionActions(chosen, chosen !== '');
  const choices = actions?.find((action) => action.command === 'open_decision')?.choices ?? [];
  const forms = Object.entries(occasion?.form_names ?? {}).filter(([form]) =>
    choices.some((choice) => choice.value === form && choice.allowed),
  );
  const ask = { value: '', label: t('field.choose') };
  const run = async (form: FormData) => {
    const opened = await open.mutateAsync({ occasion: formText(form, 'occasion'), form: formText(form, 'form') });
    navigate(`/decisions/${opened.id}`);
  };
  return (
    <ActDialog label={t('decisions.open')} primary run={run} done={t('decisions.opened')}>
      <NativeSelect
        name="occasion"
        label={t('decisions.occasion')}
        required
        value={chosen}
        data={[ask, ...occasions.map((each) => ({ value: each.id, label: each.name }))]}
        onChange={(event) => choose(event.currentTarget.value)}
      />
      <NativeSelect
        name="form"
        key={chosen}
        label={t('decisions.form')}
        description={occasion && actions && forms.length === 0 ? t('decisions.noneToOpen') : undefined}
        required
        data={[ask, ...forms.map(([value, label]) => ({ value, label }))]}
      />
    </ActDialog>
  );
}

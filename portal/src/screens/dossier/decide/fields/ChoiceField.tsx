// One of the values that the server offers for a member; those it refuses say why.
import { NativeSelect } from '@mantine/core';
import type { Action, Dossier } from '../../../../api/dossier';
import { useWords } from '../../../../words/WordsProvider';
import styles from '../DecisionPanel.module.css';
import { useDraft } from '../draft';
import { awaitsTurn } from '../refusedActions';
import { fieldId } from './fieldId';
import { useChoiceName } from './useChoiceName';

interface ChoiceFieldProps {
  readonly name: 'kind' | 'to_stage' | 'decision' | 'form' | 'approved' | 'pointer' | 'person';
  readonly required: boolean;
  readonly action: Action;
  readonly dossier: Dossier;
}

export function ChoiceField({ name, required, action, dossier }: ChoiceFieldProps) {
  const { t, say } = useWords();
  const { draft, setValue } = useDraft(dossier.id);
  const choiceName = useChoiceName(dossier, name);
  const choices = action.choices.filter((choice) => choice.member === name);
  const data = choices
    .filter((choice) => choice.allowed)
    .map((choice) => ({ value: choice.value, label: choice.name ?? choiceName(choice.value) }));
  const refused = choices.filter((choice) => !choice.allowed && !awaitsTurn(choice));
  return (
    <div>
      <NativeSelect
        id={fieldId(name)}
        label={t(`field.${name}`)}
        required={required}
        value={draft.values[name] ?? ''}
        data={required ? [{ value: '', label: t('field.choose') }, ...data] : data}
        onChange={(event) => setValue(name, event.currentTarget.value)}
      />
      {refused.map((choice) => (
        <p key={choice.value} className={styles.soft}>
          {choice.name ?? choiceName(choice.value)}: {choice.reasons[0] && say(choice.reasons[0].sentence)}
        </p>
      ))}
    </div>
  );
}

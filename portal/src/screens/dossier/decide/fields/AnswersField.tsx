// The unit's answer to every open point of the return.
import { Textarea } from '@mantine/core';
import { useEffect } from 'react';
import type { Dossier } from '../../../../api/dossier';
import { useWords } from '../../../../words/WordsProvider';
import { personalText } from '../../personalText';
import { usePlaceName } from '../../usePlaceName';
import styles from '../DecisionPanel.module.css';
import { useDraft } from '../draft';
import { fieldId } from './fieldId';

export function AnswersField({ dossier }: { dossier: Dossier }) {
  const { t, lookUp } = useWords();
  const { draft, change } = useDraft(dossier.id);
  const placeName = usePlaceName(dossier);
  const open = dossier.points.filter((point) => point.open);
  const unasked = open.filter((point) => !(point.id in draft.answers));
  useEffect(() => {
    if (unasked.length === 0) return;
    change({ answers: { ...draft.answers, ...Object.fromEntries(unasked.map((point) => [point.id, ''])) } });
  });
  return (
    <fieldset className={styles.group}>
      <legend>{t('field.answers')}</legend>
      {open.map((point, index) => (
        <Textarea
          key={point.id}
          id={index === 0 ? fieldId('answers') : undefined}
          label={`${t('points.one', { i: index + 1, n: open.length })}: ${lookUp(`pointCode.${point.code}`, point.code)}`}
          description={`${placeName(point.pointer)}: ${personalText(point.text) ?? ''}`}
          required
          rows={2}
          value={draft.answers[point.id] ?? ''}
          onChange={(event) => change({ answers: { ...draft.answers, [point.id]: event.currentTarget.value } })}
        />
      ))}
    </fieldset>
  );
}

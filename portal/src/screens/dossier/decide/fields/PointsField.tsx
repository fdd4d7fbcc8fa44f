// The points of a return: all at once, each with its kind, the place in the dossier it is tied to, and what to fix.
import { Button } from '@mantine/core';
import { useEffect } from 'react';
import type { Action, Dossier } from '../../../../api/dossier';
import { useWords } from '../../../../words/WordsProvider';
import styles from '../DecisionPanel.module.css';
import { type DraftPoint, newPoint, useDraft } from '../draft';
import { PointEditor } from './PointEditor';
import { RightOfficeField } from './RightOfficeField';

export function PointsField({ action, dossier }: { action: Action; dossier: Dossier }) {
  const { t } = useWords();
  const { draft, change } = useDraft(dossier.id);
  const { points } = draft;
  const codes = action.choices.filter((choice) => choice.member === 'points' && choice.allowed).map((choice) => choice.value);
  useEffect(() => {
    if (points.length === 0) change({ points: [newPoint()] });
  });
  const replace = (key: string, point: DraftPoint) =>
    change({ points: points.map((each) => (each.key === key ? point : each)) });
  return (
    <fieldset className={styles.group}>
      <legend>{t('points.title')}</legend>
      <p className={styles.soft}>{t('points.all')}</p>
      {points.map((point, index) => (
        <PointEditor
          key={point.key}
          point={point}
          place={{ i: index + 1, n: points.length }}
          codes={codes}
          dossier={dossier}
          onChange={(next) => replace(point.key, next)}
          onRemove={points.length > 1 ? () => change({ points: points.filter((each) => each !== point) }) : undefined}
        />
      ))}
      <Button variant="default" onClick={() => change({ points: [...points, newPoint()] })}>
        {t('points.add')}
      </Button>
      {points.some((point) => point.code === 'wrong_route') && <RightOfficeField dossier={dossier} />}
    </fieldset>
  );
}

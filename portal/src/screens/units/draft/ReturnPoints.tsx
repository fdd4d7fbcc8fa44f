// Every point of the return as one list: what to fix, a way to the field, and the answer.
import { Textarea } from '@mantine/core';
import { Check, TriangleAlert } from 'lucide-react';
import { Link } from 'wouter';
import type { Dossier } from '../../../api/dossier';
import { Tag } from '../../../parts/Tag';
import { useWords } from '../../../words/WordsProvider';
import { personalText } from '../../dossier/personalText';
import { usePlaceName } from '../../dossier/usePlaceName';
import { fieldAddress } from './addresses';
import { answerField, answerOf } from './answers';
import styles from './Draft.module.css';
import { useDesk, useField, useSaveState } from './DraftContext';

interface ReturnPointsProps {
  readonly points: Dossier['points'];
  /** Closed at first, so that the open part is near. */
  readonly folded: boolean;
}

export function ReturnPoints({ points, folded }: ReturnPointsProps) {
  const { t, lookUp } = useWords();
  const { dossier, saver } = useDesk();
  const { fields } = useSaveState(saver);
  const placeName = usePlaceName(dossier);
  const answered = (id: string) => answerOf(fields, id).trim() !== '';
  const left = points.filter((point) => !answered(point.id)).length;
  return (
    <details className={styles.points} open={!folded} key={String(folded)}>
      <summary>
        <h2>{t('draft.points')}</h2>
        <Tag tone={left > 0 ? 'warn' : 'ok'} icon={left > 0 ? TriangleAlert : Check}>
          {left > 0 ? t('draft.pointsLeft', { n: left }) : t('draft.pointsDone')}
        </Tag>
      </summary>
      <p className={styles.saveNote}>{t('draft.answersShared')}</p>
      <ol className={styles.pointList}>
        {points.map((point, index) => (
          <li key={point.id} className={styles.point} data-done={answered(point.id) || undefined}>
            <p className={styles.pointHead}>
              <strong>
                {t('points.one', { i: index + 1, n: points.length })}: {lookUp(`pointCode.${point.code}`, point.code)}
              </strong>
              {point.pointer && (
                <Link href={fieldAddress(dossier.id, point.pointer)}>
                  {t('draft.goTo', { place: placeName(point.pointer) })}
                </Link>
              )}
            </p>
            <blockquote className={styles.text} lang="vi">
              {personalText(point.text) ?? t('opinions.erased')}
            </blockquote>
            <Answer point={point.id} i={index + 1} />
          </li>
        ))}
      </ol>
    </details>
  );
}

function Answer({ point, i }: { point: string; i: number }) {
  const { t } = useWords();
  const { value, write, handlers } = useField(answerField(point));
  return (
    <Textarea
      label={t('draft.answer', { i })}
      autosize={false}
      rows={2}
      maxLength={6000}
      value={value}
      onChange={(event) => write(event.currentTarget.value)}
      {...handlers}
    />
  );
}

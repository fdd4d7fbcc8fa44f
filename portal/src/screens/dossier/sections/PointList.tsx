// The points a return asked to fix, and what the unit answered.
import { Check, TriangleAlert } from 'lucide-react';
import type { Dossier } from '../../../api/dossier';
import { Tag } from '../../../parts/Tag';
import { useWords } from '../../../words/WordsProvider';
import { personalText } from '../personalText';
import { usePlaceName } from '../usePlaceName';
import styles from './Section.module.css';

interface PointListProps {
  readonly points: Dossier['points'];
  readonly dossier: Dossier;
}

export function PointList({ points, dossier }: PointListProps) {
  const { t, lookUp } = useWords();
  const placeName = usePlaceName(dossier);
  if (points.length === 0) return null;
  return (
    <section className={styles.card}>
      <h2>{t('opinions.points')}</h2>
      <ul className={styles.lines}>
        {points.map((point) => (
          <li key={point.id} className={styles.line}>
            <div className={styles.said}>
              <strong>
                {lookUp(`pointCode.${point.code}`, point.code)} · {placeName(point.pointer)}
              </strong>
              <blockquote className={styles.quote}>{personalText(point.text) ?? t('opinions.erased')}</blockquote>
              {point.answer && <p>{t('opinions.answer', { text: personalText(point.answer) ?? '' })}</p>}
            </div>
            <Tag tone={point.open ? 'warn' : 'ok'} icon={point.open ? TriangleAlert : Check}>
              {t(point.open ? 'opinions.pointOpen' : 'opinions.pointDone')}
            </Tag>
          </li>
        ))}
      </ul>
    </section>
  );
}

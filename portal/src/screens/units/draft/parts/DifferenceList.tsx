// What was changed since the dossier was sent last: both texts of each field, figures with the difference, new papers.
import { ArrowRight } from 'lucide-react';
import type { Schema } from '../../../../api/client';
import { formatNumber, formatSize } from '../../../../words/format';
import { useWords } from '../../../../words/WordsProvider';
import { usePlaceName } from '../../../dossier/usePlaceName';
import { isAnswer } from '../answers';
import styles from '../Draft.module.css';
import { type Change, differences, newPapers } from '../difference';
import { useDesk, useSaveState } from '../DraftContext';
import { fieldsOf } from '../fields';
import { placeOf } from '../placeOf';
import { useFieldWords } from '../useFieldWords';

export function DifferenceList() {
  const { t, lookUp, language } = useWords();
  const { dossier, saver } = useDesk();
  const { fields } = useSaveState(saver);
  const placeName = usePlaceName(dossier);
  const say = useFieldWords();
  const sent = dossier.content?.value.value as Schema['Content'] | undefined;
  if (!sent) return null;
  const changes = differences(fieldsOf(sent), fields).filter(({ pointer }) => !isAnswer(pointer));
  const papers = newPapers(dossier.papers, dossier.content?.version ?? 0);
  const name = ({ pointer }: Change) =>
    placeName(placeOf(pointer)) + (pointer.endsWith('/source') ? ` – ${t('content.source')}` : '');
  return (
    <section className={styles.difference}>
      <h3>{t('draft.difference')}</h3>
      {changes.length + papers.length === 0 && <p>{t('draft.noDifference')}</p>}
      <ul>
        {changes.map((each) => (
          <li key={each.pointer}>
            <strong>{name(each)}</strong>
            <div className={styles.sides}>
              <div>
                <p className={styles.sideName}>{t('draft.before')}</p>
                <del className={styles.text} lang="vi">
                  {say(each.pointer, each.before)}
                </del>
              </div>
              <div>
                <p className={styles.sideName}>
                  <ArrowRight size={14} aria-hidden /> {t('draft.after')}
                  {each.by !== undefined && ` (${each.by > 0 ? '+' : ''}${formatNumber(each.by, language)})`}
                </p>
                <ins className={styles.text} lang="vi">
                  {say(each.pointer, each.after)}
                </ins>
              </div>
            </div>
          </li>
        ))}
        {papers.map((paper) => (
          <li key={paper.id}>
            <strong>{t('points.paper', { paper: lookUp(`slot.${paper.slot}`, paper.slot) })}</strong>:{' '}
            {t('draft.newVersion', { size: formatSize(paper.size, language) })}
          </li>
        ))}
      </ul>
    </section>
  );
}

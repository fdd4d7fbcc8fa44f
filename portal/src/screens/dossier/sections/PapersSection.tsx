// Which papers the rules want and which are there, and every file that was attached.
import { Check, Clock, X } from 'lucide-react';
import { type Dossier, useCheck } from '../../../api/dossier';
import { Loading } from '../../../parts/Loading';
import { PaperLink } from '../../../parts/PaperLink';
import { Tag } from '../../../parts/Tag';
import { Trouble } from '../../../parts/Trouble';
import { formatSize } from '../../../words/format';
import { useWords } from '../../../words/WordsProvider';
import styles from './Section.module.css';

export function PapersSection({ dossier }: { dossier: Dossier }) {
  const { t, lookUp, language } = useWords();
  const { data: check, error, refetch } = useCheck(dossier.id);
  if (error) return <Trouble error={error} retry={refetch} />;
  if (!check) return <Loading />;
  const stageName = (id: string) => dossier.route.find((stage) => stage.id === id)?.name ?? id;
  return (
    <div className={styles.cards}>
      <section className={styles.card}>
        <h2>{t('papers.required')}</h2>
        <ul className={styles.lines}>
          {check.papers.map((paper) => (
            <li key={paper.slot + paper.required_at} className={styles.line}>
              <div>
                <strong>
                  {paper.level === 'submission' && paper.present ? (
                    <a href={`/v1/submissions/${dossier.submission}/papers/${paper.slot}`} download>
                      {lookUp(`slot.${paper.slot}`, paper.slot)}
                    </a>
                  ) : (
                    lookUp(`slot.${paper.slot}`, paper.slot)
                  )}
                </strong>
                {paper.level === 'submission' && <p className={styles.soft}>{t('papers.submission')}</p>}
                {paper.source.assumed && (
                  <p className={styles.soft}>{t('app.assumedWhy', { basis: paper.source.basis ?? '' })}</p>
                )}
              </div>
              {paper.present ? (
                <Tag tone="ok" icon={Check}>
                  {t('papers.present')}
                </Tag>
              ) : paper.required_at === 'submit' ? (
                <Tag tone="late" icon={X}>
                  {t('papers.missing')}
                </Tag>
              ) : (
                <Tag tone="draft" icon={Clock}>
                  {t('papers.later', { stage: stageName(paper.required_at) })}
                </Tag>
              )}
            </li>
          ))}
        </ul>
      </section>
      <section className={styles.card}>
        <h2>{t('papers.attached')}</h2>
        {dossier.papers.length === 0 && <p>{t('papers.none')}</p>}
        <ul className={styles.lines}>
          {dossier.papers.map((paper) => (
            <li key={paper.id} className={styles.line}>
              <div>
                <PaperLink dossier={dossier.id} paper={paper} />
                <p className={styles.soft}>
                  {t(`paperKind.${paper.kind}`)} · {formatSize(paper.size, language)}
                </p>
              </div>
              {paper.superseded && <Tag tone="draft">{t('papers.older')}</Tag>}
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}

// What the unit wrote, and under which plan and rules.
import { type Dossier, useContent } from '../../../api/dossier';
import { useFigures } from '../../../api/plans';
import { Loading } from '../../../parts/Loading';
import { Trouble } from '../../../parts/Trouble';
import { Vi } from '../../../parts/Vi';
import { formatDate } from '../../../words/format';
import { useWords } from '../../../words/WordsProvider';
import { FigureTable } from './FigureTable';
import styles from './Section.module.css';

export function ContentSection({ dossier }: { dossier: Dossier }) {
  const { t } = useWords();
  const { data, error, refetch } = useContent(dossier.id);
  const { data: figures = [] } = useFigures(dossier.plan);
  if (error) return <Trouble error={error} retry={refetch} />;
  if (!data) return <Loading />;
  const { content } = data;
  const day = (date: string | undefined) => (date ? formatDate(date) : '–');
  const { achievement_from: from, achievement_to: to } = content;
  const period = from || to ? t('content.periodFromTo', { from: day(from), to: day(to) }) : undefined;
  const facts: readonly (readonly [string, string | undefined])[] = [
    [t('content.nominee'), content.nominee.name],
    [t('content.title'), content.nominee.title],
    [t('dossier.category'), dossier.category_name],
    [t('dossier.unit'), dossier.names.offices[dossier.unit]],
    [t('content.period'), period],
    [t('dossier.plan'), dossier.plan_title],
    [t('dossier.law'), dossier.legal_era?.name],
    [t('dossier.drafter'), dossier.names.people[dossier.drafter]],
    [t('dossier.assignee'), dossier.assignee && dossier.names.people[dossier.assignee]],
  ];
  return (
    <div className={styles.cards}>
      <section className={styles.card}>
        <dl className={styles.facts}>
          {facts
            .filter(([, value]) => value)
            .map(([word, value]) => (
              <div key={word}>
                <dt>{word}</dt>
                <dd>
                  <Vi>{value}</Vi>
                </dd>
              </div>
            ))}
        </dl>
      </section>
      <section className={styles.card}>
        <h2>{t('content.achievement')}</h2>
        <p className={styles.prose} lang="vi">
          {content.achievement || t('content.empty')}
        </p>
      </section>
      <FigureTable content={content.figures} figures={figures} />
    </div>
  );
}

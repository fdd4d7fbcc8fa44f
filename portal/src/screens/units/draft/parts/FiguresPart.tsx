// The figures the criteria look at, and the criteria drawn while they are typed.
import { useEligibility, usePlanRules } from '../../../../api/planRules';
import { Trouble } from '../../../../parts/Trouble';
import { useWords } from '../../../../words/WordsProvider';
import styles from '../../Units.module.css';
import { useDesk, useSaveState } from '../DraftContext';
import { type Fields, requestOf, sameFields } from '../fields';
import { gaugesOf } from '../gauges';
import { neededFigures } from '../neededFigures';
import { useSettled } from '../../../../parts/useSettled';
import own from './Figures.module.css';
import { FigureTableEditor } from './FigureTableEditor';
import { LiveCriterion } from './LiveCriterion';
import { MissingHere } from './MissingHere';
import { PartHeading } from './PartHeading';

const quiet = 500;
const figuresOnly = (fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([pointer]) => pointer.startsWith('/figures/')));

export function FiguresPart() {
  const { t } = useWords();
  const { dossier, check, saver } = useDesk();
  const { fields } = useSaveState(saver);
  const { data: rules, error, refetch } = usePlanRules(dossier.plan);
  const settled = useSettled(figuresOnly(fields), quiet, sameFields);
  const judged = useEligibility(dossier.plan.id, {
    category: dossier.category,
    figures: requestOf(settled).content.figures ?? {},
  });
  const category = rules?.categories.find((each) => each.id === dossier.category);
  const needed = neededFigures(category, check, fields);
  const singles = needed.filter((each) => each.years.length === 0);
  const nameOf = (id: string) => {
    const figure = rules?.figures.find((one) => one.id === id);
    return [figure?.name ?? id, figure?.unit && `(${figure.unit})`].filter(Boolean).join(' ');
  };
  const yearsOf = (figure: string) => needed.find((each) => each.id === figure)?.years ?? [];
  const findings = judged.data?.findings ?? check.criteria?.findings ?? [];
  const verdict = judged.data?.meets_criteria ?? null;
  const meets = verdict === null ? 'null' : verdict ? 'true' : 'false';
  const predicateOf = (criterion: string) => category?.criteria?.find((each) => each.id === criterion)?.predicate;
  return (
    <section className={styles.card}>
      <PartHeading name="figures" />
      {error && <Trouble error={error} retry={refetch} />}
      {needed.length === 0 ? <p>{t('draft.noFigures')}</p> : <p className={styles.soft}>{t('draft.figuresHelp')}</p>}
      {needed
        .filter((each) => each.years.length > 0)
        .map(({ id, years }) => (
          <FigureTableEditor
            key={id}
            caption={nameOf(id)}
            first={t('content.year')}
            rows={years.map((year) => ({
              pointer: `/figures/yearly/${id}/${year}`,
              label: String(year),
              name: `${nameOf(id)}, ${year}`,
            }))}
          />
        ))}
      {singles.length > 0 && (
        <FigureTableEditor
          caption={t('draft.once')}
          first={t('content.figure')}
          rows={singles.map(({ id }) => ({ pointer: `/figures/single/${id}`, label: nameOf(id), name: nameOf(id) }))}
        />
      )}
      <MissingHere name="figures" />
      {findings.length > 0 && (
        <>
          <h3>{t('draft.criteria')}</h3>
          <p className={styles.soft} role="status">
            {t(`draft.meets.${meets}`)}
          </p>
          <ul className={own.criteria}>
            {findings.map((finding) => (
              <LiveCriterion
                key={finding.criterion}
                finding={finding}
                gauges={gaugesOf(predicateOf(finding.criterion), fields, yearsOf)}
                figures={rules?.figures ?? []}
              />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

// One step of the route, in words that do without the drawing.
import { Check, Circle, Undo2, X } from 'lucide-react';
import type { Dossier } from '../../api/dossier';
import type { RouteStep } from '../../parts/routeSteps';
import { Tag } from '../../parts/Tag';
import { Vi } from '../../parts/Vi';
import { useWords } from '../../words/WordsProvider';
import { DaysUsed } from './DaysUsed';
import styles from './RouteMap.module.css';

const placeWords = { done: 'route.done', here: 'route.here', stopped: 'route.stopped', ahead: 'route.ahead' } as const;

export function RouteStepItem({ step, dossier }: { step: RouteStep; dossier: Dossier }) {
  const { t } = useWords();
  const { stage, place } = step;
  const office = stage ? stage.office_name : dossier.names.offices[dossier.unit];
  const endorsements = dossier.endorsements.filter((each) => stage && each.stage === stage.id);
  const limit = dossier.limit && stage && dossier.limit.stage === stage.id ? dossier.limit : undefined;
  return (
    <li className={styles.step} data-place={place} aria-current={place === 'here' ? 'step' : undefined}>
      <span className={styles.mark} aria-hidden>
        {place === 'done' && <Check size={16} strokeWidth={3} />}
        {place === 'stopped' && <X size={16} strokeWidth={3} />}
        {place === 'here' && <Circle size={10} fill="currentColor" />}
      </span>
      <span className={styles.name}>{stage ? <Vi>{stage.name}</Vi> : t('route.unit')}</span>
      {office && (
        <span className={styles.soft}>
          <Vi>{office}</Vi>
        </span>
      )}
      {endorsements.map((each) => (
        <span key={each.person + each.content_hash} className={each.agrees ? styles.soft : styles.against}>
          {t(each.agrees ? 'route.agrees' : 'route.disagrees', { name: dossier.names.people[each.person] ?? '' })}
          {!each.valid && ` · ${t('route.voided')}`}
        </span>
      ))}
      {limit && <DaysUsed limit={limit} />}
      {stage && dossier.returned_from === stage.id && (
        <Tag tone="warn" icon={Undo2}>
          {t('route.returnedFrom')}
        </Tag>
      )}
      {place === 'here' || place === 'stopped' ? (
        <span className={styles.here}>{t(placeWords[place])}</span>
      ) : (
        <span className="visually-hidden">{t(placeWords[place])}</span>
      )}
      {stage?.assumed && (
        <span title={t('app.assumedWhy', { basis: stage.source.basis ?? '' })}>
          <Tag tone="draft">{t('app.assumed')}</Tag>
        </span>
      )}
    </li>
  );
}

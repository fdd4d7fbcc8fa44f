// What a form asks of a category, before anything is typed: papers, criteria, and the places left.
import type { Schema } from '../../../api/client';
import type { PlanCategory, PlanForm } from '../../../api/planRules';
import { Vi } from '../../../parts/Vi';
import { useWords } from '../../../words/WordsProvider';
import styles from '../Units.module.css';

interface AskedAheadProps {
  readonly form: PlanForm;
  readonly category: PlanCategory;
  readonly quotas: Schema['Quotas']['items'];
  readonly kind: string;
}

export function AskedAhead({ form, category, quotas, kind }: AskedAheadProps) {
  const { t, lookUp } = useWords();
  const papers = form.papers.filter((paper) => paper.required_at === 'submit');
  const criteria = category.criteria ?? [];
  const places = quotas.filter((quota) => quota.form === form.code && [kind, 'any', '*'].includes(quota.key.split('/').at(-1) ?? ''));
  return (
    <div className={styles.ahead}>
      <h3>{t('submission.asked')}</h3>
      <p>
        {t('dossier.tab.papers')}: {papers.map((paper) => lookUp(`slot.${paper.slot}`, paper.slot)).join(', ')}
      </p>
      {criteria.length === 0 && <p>{t('criteria.none')}</p>}
      <ul className={styles.bullets}>
        {criteria.map((criterion) => (
          <li key={criterion.id}>
            <Vi>{criterion.text}</Vi>
          </li>
        ))}
      </ul>
      {places.map((place) => (
        <p key={place.key}>{t('submission.places', { left: place.left, limit: place.limit })}</p>
      ))}
    </div>
  );
}

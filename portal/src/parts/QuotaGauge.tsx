// One row of places: the half ring, its numbers, and the list behind each of them.
import { TriangleAlert } from 'lucide-react';
import { Link } from 'wouter';
import type { Quota } from '../api/occasions';
import { underWay } from '../api/phases';
import { dossierAddress } from '../screens/dossiers/address';
import { useWords } from '../words/WordsProvider';
import { Gauge } from './Gauge';
import { gaugeOf, kindOf, takenOf } from './quota';
import styles from './QuotaGauges.module.css';
import { Vi } from './Vi';

interface QuotaGaugeProps {
  readonly quota: Quota;
  readonly rows: readonly Quota[];
  readonly formName: string;
}

export function QuotaGauge({ quota, rows, formName }: QuotaGaugeProps) {
  const { t } = useWords();
  const kind = kindOf(quota);
  const alone = rows.filter((row) => row.form === quota.form && kindOf(row) === kind).length === 1;
  const parts = gaugeOf(quota, quota.under_way);
  const taken = takenOf(quota);
  const hidden = taken - quota.holders.length;
  return (
    <figure className={styles.gauge}>
      <Gauge
        parts={parts}
        figure={`${taken}/${quota.limit}`}
        text={t('occasions.gauge', { taken, limit: quota.limit, over: parts.over })}
      />
      <figcaption className={styles.words}>
        <Vi>
          <strong>{formName}</strong>
        </Vi>
        <span>
          {[kind ? t(`kind.${kind}`) : t('decisions.allKinds'), rows.length > 1 && !alone && quota.organisation_name]
            .filter(Boolean)
            .join(' · ')}
        </span>
        <span data-part="consumed">{t('occasions.consumed', { n: quota.consumed })}</span>
        <span data-part="reserved">{t('occasions.reserved', { n: quota.reserved })}</span>
        <span data-part="waiting">
          <Link href={dossierAddress({ quotaKey: quota.key, phases: underWay })}>
            {t('occasions.underWay', { n: quota.under_way })}
          </Link>
        </span>
        <span>{t('occasions.left', { n: quota.left })}</span>
        {parts.over > 0 && (
          <span className={styles.over}>
            <TriangleAlert size={16} aria-hidden />
            {t('occasions.over', { n: parts.over })}
          </span>
        )}
        {taken > 0 && (
          <details>
            <summary>{t('occasions.holders', { n: taken })}</summary>
            <ul>
              {quota.holders.map((holder) => (
                <li key={holder.id}>
                  <Link href={`/dossiers/${holder.id}`}>{holder.code}</Link>
                </li>
              ))}
              {hidden > 0 && <li>{t('occasions.hidden', { n: hidden })}</li>}
            </ul>
          </details>
        )}
      </figcaption>
    </figure>
  );
}

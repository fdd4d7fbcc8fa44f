// The places of one occasion as gauges: decided, kept, still under way, and what would go over.
import type { Occasion } from '../api/occasions';
import { useQuotas } from '../api/occasions';
import layout from './layout.module.css';
import { QuotaGauge } from './QuotaGauge';
import styles from './QuotaGauges.module.css';
import { Trouble } from './Trouble';
import { useWords } from '../words/WordsProvider';

interface QuotaGaugesProps {
  readonly occasion: Pick<Occasion, 'id' | 'form_names'>;
  /** Whether places for a form are shown; all are where it is not said. */
  wants?(form: string): boolean;
}

export function QuotaGauges({ occasion, wants = () => true }: QuotaGaugesProps) {
  const { t } = useWords();
  const { data: rows, error, refetch } = useQuotas(occasion.id);
  if (error) return <Trouble error={error} retry={refetch} />;
  if (!rows) return null;
  if (rows.length === 0) return <p className={layout.soft}>{t('occasions.noPlaces')}</p>;
  return (
    <ul className={styles.gauges}>
      {rows.filter(({ form }) => wants(form)).map((row) => (
        <li key={row.key}>
          <QuotaGauge quota={row} rows={rows} formName={occasion.form_names[row.form] ?? row.form} />
        </li>
      ))}
    </ul>
  );
}

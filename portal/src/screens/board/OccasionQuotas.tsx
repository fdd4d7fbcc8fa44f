// The places of one round: gauges, and the same numbers as a table.
import { type Occasion, useQuotas } from '../../api/occasions';
import { CardTable } from '../../parts/CardTable';
import { kindOf } from '../../parts/quota';
import { QuotaGauges } from '../../parts/QuotaGauges';
import { Vi } from '../../parts/Vi';
import { useWords } from '../../words/WordsProvider';
import styles from './Board.module.css';
import { Panel } from './Panel';

interface OccasionQuotasProps {
  readonly occasion: Occasion;
  /** Whether places for a form are among what is shown. */
  wants(form: string): boolean;
}

export function OccasionQuotas({ occasion, wants }: OccasionQuotasProps) {
  const { t } = useWords();
  const { data: quotas = [] } = useQuotas(occasion.id);
  const rows = quotas.filter(({ form }) => wants(form)).map((row) => {
    const kind = kindOf(row);
    return {
      ...row,
      formName: occasion.form_names[row.form] ?? row.form,
      kindName: kind ? t(`kind.${kind}`) : t('decisions.allKinds'),
    };
  });
  const numbers = ['limit', 'consumed', 'reserved', 'left'] as const;
  const forms = [...new Set(rows.map(({ form }) => form))];
  const file = { filter: { plans: [occasion.plan.id], occasions: [occasion.id], forms }, board: { pictures: ['quotas'] as const } };
  return (
    <Panel title={t('board.quotas', { name: occasion.name })} file={rows.length > 0 ? file : undefined}>
      <QuotaGauges occasion={occasion} wants={wants} />
      {rows.length > 0 && (
        <details className={styles.table}>
          <summary>{t('board.asTable')}</summary>
          <CardTable
            caption={t('board.quotas', { name: occasion.name })}
            rows={rows}
            keyOf={(row) => row.key}
            columns={[
              { key: 'form', label: t('decisions.form'), heads: true, cell: (row) => <Vi>{row.formName}</Vi> },
              { key: 'kind', label: t('filter.kind'), cell: (row) => row.kindName },
              ...numbers.map((each) => ({
                key: each,
                label: t(`board.places.${each}`),
                numeric: true,
                cell: (row: (typeof rows)[number]) => row[each],
              })),
            ]}
          />
        </details>
      )}
    </Panel>
  );
}

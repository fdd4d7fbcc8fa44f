// One occasion: its document, its days, its forms, its places.
import { CalendarCheck, CalendarX } from 'lucide-react';
import { Link } from 'wouter';
import type { Occasion } from '../../api/occasions';
import { Facts } from '../../parts/Facts';
import layout from '../../parts/layout.module.css';
import { QuotaGauges } from '../../parts/QuotaGauges';
import { Tag } from '../../parts/Tag';
import { Vi } from '../../parts/Vi';
import { formatDate } from '../../words/format';
import { useWords } from '../../words/WordsProvider';
import { decisionsAddress } from '../decisions/address';
import { dossierAddress } from '../dossiers/address';
import { CloseOccasion } from './CloseOccasion';

export function OccasionItem({ occasion, closable }: { occasion: Occasion; closable: boolean }) {
  const { t } = useWords();
  const { document, opens, receipt_deadline, closes } = occasion;
  const basis = document.date
    ? t('occasions.document', { number: document.number, date: formatDate(document.date) })
    : document.number;
  return (
    <article className={layout.card}>
      <div className={layout.cardHead}>
        <h2>
          <Vi>{occasion.name}</Vi>
        </h2>
        <Tag tone={occasion.open ? 'ok' : 'draft'} icon={occasion.open ? CalendarCheck : CalendarX}>
          {occasion.open ? t('occasions.open') : t('occasions.closed')}
        </Tag>
      </div>
      <Facts
        items={[
          [t('dossier.plan'), <Vi key="plan">{occasion.plan_title}</Vi>],
          [t('occasions.office'), <Vi key="office">{occasion.office_name}</Vi>],
          [t('occasions.milestone'), t(`milestone.${occasion.milestone}`)],
          [t('occasions.basis'), <Vi key="basis">{basis}</Vi>],
          [t('occasions.forms'), <Vi key="forms">{Object.values(occasion.form_names).join('; ')}</Vi>],
          [t('occasions.opens'), formatDate(opens)],
          [t('occasions.deadline'), formatDate(receipt_deadline)],
          [t('occasions.closes'), closes && formatDate(closes)],
        ]}
      />
      <h3>{t('decisions.places')}</h3>
      <QuotaGauges occasion={occasion} />
      <div className={layout.tools}>
        <Link href={dossierAddress({ occasion: occasion.id })}>{t('occasions.toDossiers')}</Link>
        <Link href={decisionsAddress({ occasion: occasion.id })}>{t('occasions.toDecisions')}</Link>
        {occasion.open && closable && <CloseOccasion occasion={occasion} />}
      </div>
    </article>
  );
}

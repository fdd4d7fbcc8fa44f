// The events that were found, each with a link to its place in the dossier's history.
import { Link } from 'wouter';
import type { FoundEvent } from '../../api/audit';
import { CardTable } from '../../parts/CardTable';
import { Vi } from '../../parts/Vi';
import { formatInstant } from '../../words/format';
import { useWords } from '../../words/WordsProvider';
import { eventAddress } from '../dossier/eventAddress';
import styles from './Audit.module.css';

interface EventTableProps {
  readonly items: readonly FoundEvent[];
  readonly people: Readonly<Record<string, string>>;
}

export function EventTable({ items, people }: EventTableProps) {
  const { t, lookUp } = useWords();
  const what = (each: FoundEvent) =>
    each.unreadable ? t('history.unreadable') : lookUp(`event.${each.type}`, each.type ?? t('event.other'));
  return (
    <CardTable
      caption={t('desk.events')}
      rows={items}
      keyOf={(each) => each.hash}
      columns={[
        { key: 'at', label: t('audit.when'), cell: (each) => (each.at ? formatInstant(each.at) : '') },
        { key: 'what', label: t('desk.eventType'), heads: true, cell: what },
        {
          key: 'who',
          label: t('audit.person'),
          cell: ({ actor, acting_for: holder }) =>
            actor && (
              <span className={styles.who}>
                <Vi>{people[actor.person] ?? actor.person}</Vi>
                {holder && <span className={styles.found}>{t('history.actingForOnly', { name: holder.name })}</span>}
              </span>
            ),
        },
        { key: 'office', label: t('desk.eventOffice'), cell: (each) => each.office_name && <Vi>{each.office_name}</Vi> },
        {
          key: 'thing',
          label: t('desk.eventThing'),
          cell: (each) =>
            each.code ? (
              <Link href={eventAddress(each.id, each.n)} title={t('desk.toEvent', { code: each.code, n: each.n })}>
                {`${each.code} · ${each.n}`}
              </Link>
            ) : (
              <span className={styles.found}>{`${lookUp(`desk.stream.${each.stream}`, each.stream)} · ${each.n}`}</span>
            ),
        },
      ]}
    />
  );
}

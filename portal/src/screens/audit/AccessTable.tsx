// The lines of the access log.
import { Ban, Eye, type LucideIcon, LogIn, LogOut, ShieldX, Upload } from 'lucide-react';
import { Link } from 'wouter';
import type { Accessed, AccessKind } from '../../api/audit';
import { CardTable } from '../../parts/CardTable';
import { Tag, type Tone } from '../../parts/Tag';
import { Vi } from '../../parts/Vi';
import { formatInstant } from '../../words/format';
import { useWords } from '../../words/WordsProvider';
import styles from './Audit.module.css';

const looks: Readonly<Record<AccessKind, readonly [Tone, LucideIcon]>> = {
  denied: ['late', Ban],
  marked_read: ['draft', Eye],
  exported: ['warn', Upload],
  signed_in: ['ok', LogIn],
  sign_in_failed: ['late', ShieldX],
  signed_out: ['draft', LogOut],
};

interface AccessTableProps {
  readonly items: readonly Accessed[];
  readonly people: Readonly<Record<string, string>>;
  readonly offices: Readonly<Record<string, string>>;
}

export function AccessTable({ items, people, offices }: AccessTableProps) {
  const { t, lookUp } = useWords();
  const target = ({ route, target: id }: Accessed) =>
    id &&
    (route?.startsWith('/v1/dossiers/{id}') ? (
      <Link href={`/dossiers/${id}`}>{t('audit.toDossier')}</Link>
    ) : (
      <span className={styles.found}>{id}</span>
    ));
  const outcome = ({ status, code }: Accessed) => [status, code && lookUp(`err.${code}`, code)].filter(Boolean).join(' · ');
  return (
    <CardTable
      caption={t('audit.log')}
      rows={items}
      keyOf={(each) => String(each.id)}
      columns={[
        { key: 'at', label: t('audit.when'), heads: true, cell: (each) => formatInstant(each.at) },
        {
          key: 'kind',
          label: t('audit.kind'),
          cell: (each) => {
            const [tone, icon] = looks[each.kind];
            return (
              <Tag tone={tone} icon={icon}>
                {t(`access.${each.kind}`)}
                {each.count > 1 && ` × ${each.count}`}
              </Tag>
            );
          },
        },
        {
          key: 'who',
          label: t('audit.person'),
          cell: (each) => (
            <span className={styles.who}>
              <Vi>{each.person ? (people[each.person] ?? each.person) : t('audit.nobody')}</Vi>
              {each.office && (
                <span className={styles.found}>
                  <Vi>{offices[each.office] ?? each.office}</Vi>
                </span>
              )}
            </span>
          ),
        },
        {
          key: 'what',
          label: t('audit.what'),
          cell: (each) => (
            <span className={styles.who}>
              <span>{`${each.method ?? ''} ${each.route ?? ''}`}</span>
              {target(each)}
            </span>
          ),
        },
        { key: 'outcome', label: t('audit.outcome'), cell: outcome },
        { key: 'address', label: t('audit.address'), cell: (each) => each.address },
      ]}
    />
  );
}

// Roles of people as rows: who, which, from when to when, by what document, and what can be done with each.
import { CircleCheck, CircleX, Clock } from 'lucide-react';
import type { Appointment } from '../../api/appointments';
import type { Me } from '../../api/me';
import { CardTable } from '../../parts/CardTable';
import { Tag } from '../../parts/Tag';
import { Vi } from '../../parts/Vi';
import { formatDate } from '../../words/format';
import { useWords } from '../../words/WordsProvider';
import { AppointmentActs } from './AppointmentActs';
import { AppointmentBasis } from './AppointmentBasis';
import styles from './rows.module.css';

const looks = {
  waiting: ['warn', Clock],
  refused: ['late', CircleX],
  to_come: ['primary', Clock],
  in_force: ['ok', CircleCheck],
  ended: ['draft', CircleX],
} as const;

interface AppointmentTableProps {
  readonly appointments: readonly Appointment[];
  readonly me: Me;
  /** Whether they differ in their state. */
  readonly mixed: boolean;
}

export function AppointmentTable({ appointments, me, mixed }: AppointmentTableProps) {
  const { t } = useWords();
  const lasts = ({ from, to }: Appointment) =>
    to ? t('admin.fromTo', { from: formatDate(from), to: formatDate(to) }) : t('admin.fromOn', { from: formatDate(from) });
  const role = ({ role: name, behalf_of }: Appointment) => (
    <span>
      {t(`role.${name}`)}
      {behalf_of && (
        <span className={styles.soft}>
          {t('decisions.behalf')}: <Vi>{behalf_of.name}</Vi>
        </span>
      )}
    </span>
  );
  const state = ({ state: name }: Appointment) => {
    const [tone, icon] = looks[name];
    return (
      <span className={styles.tags}>
        <Tag tone={tone} icon={icon}>
          {t(`admin.state.${name}`)}
        </Tag>
      </span>
    );
  };
  return (
    <CardTable
      caption={t('admin.appointments')}
      rows={appointments}
      keyOf={({ id }) => id}
      columns={[
        { key: 'name', label: t('admin.name'), heads: true, cell: ({ name }) => <Vi>{name}</Vi> },
        { key: 'role', label: t('admin.role'), cell: role },
        { key: 'office', label: t('admin.office'), cell: ({ office_name }) => <Vi>{office_name}</Vi> },
        { key: 'lasts', label: t('admin.lasts'), cell: lasts },
        { key: 'basis', label: t('admin.authorisation'), cell: (each) => <AppointmentBasis appointment={each} /> },
        ...(mixed ? [{ key: 'state', label: t('admin.stateNow'), cell: state }] : []),
        { key: 'acts', label: t('admin.acts'), cell: (each) => <AppointmentActs appointment={each} me={me} /> },
      ]}
    />
  );
}

// Roles of people in offices, those that wait for a second administrator first.
import { Button } from '@mantine/core';
import { X } from 'lucide-react';
import { Link, useSearch } from 'wouter';
import { type AppointmentState, appointmentStates, useAppointments } from '../../api/appointments';
import type { Me } from '../../api/me';
import { idIn } from '../../parts/addressValues';
import layout from '../../parts/layout.module.css';
import { Loading } from '../../parts/Loading';
import { TabLinks } from '../../parts/TabLinks';
import { Trouble } from '../../parts/Trouble';
import { useWords } from '../../words/WordsProvider';
import { AppointmentTable } from './AppointmentTable';
import { AskAppointment } from './AskAppointment';

function addressOf(state: AppointmentState | undefined, person: string | undefined): string {
  const written = new URLSearchParams();
  if (state) written.set('state', state);
  if (person) written.set('person', person);
  return written.size > 0 ? `/admin/appointments?${written}` : '/admin/appointments';
}

export function Appointments({ me }: { me: Me }) {
  const { t } = useWords();
  const read = new URLSearchParams(useSearch());
  const person = idIn(read.get('person'));
  const state = appointmentStates.find((each) => each === read.get('state')) ?? (person ? undefined : 'waiting');
  const list = useAppointments({ state, person });
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <div className={layout.head}>
        <TabLinks
          label={t('admin.byState')}
          tabs={appointmentStates.map((each) => ({
            href: addressOf(each, person),
            label: t(`admin.state.${each}`),
            current: each === state,
          }))}
        />
        <AskAppointment today={me.today} />
      </div>
      {person && (
        <p>
          <Link href={addressOf(state, undefined)}>
            <X size={16} aria-hidden /> {t('admin.onlyOne', { name: items[0]?.name ?? person })}
          </Link>
        </p>
      )}
      {list.isPending && <Loading />}
      {list.error && <Trouble error={list.error} retry={list.refetch} />}
      {list.isSuccess && items.length === 0 && <p className={layout.empty}>{t('admin.noAppointments')}</p>}
      {items.length > 0 && <AppointmentTable appointments={items} me={me} mixed={state === undefined} />}
      {list.hasNextPage && (
        <Button variant="default" loading={list.isFetchingNextPage} onClick={() => list.fetchNextPage()}>
          {t('admin.more')}
        </Button>
      )}
    </>
  );
}

// What was done, by whom and for whom, newest first. The address holds ids, never names.
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useLocation, useSearch } from 'wouter';
import { useEventSearch } from '../../api/audit';
import { DateField } from '../../parts/DateField';
import { formText } from '../../parts/formText';
import layout from '../../parts/layout.module.css';
import { Loading } from '../../parts/Loading';
import { Trouble } from '../../parts/Trouble';
import { useWords } from '../../words/WordsProvider';
import { type AuditAddress, auditAddress, eventFilter, readAuditAddress } from './address';
import styles from './Audit.module.css';
import { EventTable } from './EventTable';
import { eventTypes } from './eventTypes';

type Names = Readonly<Record<string, string>>;

export function EventSearch() {
  const { t, lookUp } = useWords();
  const [, navigate] = useLocation();
  const address = readAuditAddress(useSearch());
  const found = useEventSearch(eventFilter(address));
  const pages = found.data?.pages ?? [];
  const items = pages.flatMap((page) => page.items);
  const people = useGathered(pages.map((page) => page.names.people));
  const offices = useGathered(pages.map((page) => page.names.offices));
  const change = (part: AuditAddress) => navigate(auditAddress({ ...address, ...part, tab: 'events' }), { replace: true });
  const filtered = Object.keys(eventFilter(address)).length > 0;
  const askCode = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    change({ code: formText(new FormData(event.currentTarget), 'code').toUpperCase() || undefined });
  };
  const choice = (label: string, value: string | undefined, known: Names, chosen: (id: string | undefined) => void) => (
    <NativeSelect
      label={label}
      value={value ?? ''}
      data={[{ value: '', label: t('filter.any') }, ...optionsOf(known, value)]}
      onChange={(event) => chosen(event.currentTarget.value || undefined)}
    />
  );
  return (
    <section className={layout.stack} aria-labelledby="event-search">
      <h2 id="event-search">{t('desk.events')}</h2>
      <fieldset className={layout.filters}>
        <legend className="visually-hidden">{t('dossiers.filters')}</legend>
        <NativeSelect
          label={t('desk.eventType')}
          value={address.type ?? ''}
          data={[
            { value: '', label: t('filter.any') },
            ...eventTypes.map((value) => ({ value, label: lookUp(`event.${value}`, value) })),
          ]}
          onChange={(event) => change({ type: event.currentTarget.value || undefined })}
        />
        {choice(t('audit.person'), address.person, people, (person) => change({ person }))}
        {choice(t('desk.behalf'), address.behalf, people, (behalf) => change({ behalf }))}
        {choice(t('desk.eventOffice'), address.office, offices, (office) => change({ office }))}
        <DateField label={t('audit.from')} required={false} value={address.from ?? ''} onChange={(from) => change({ from })} />
        <DateField label={t('audit.to')} required={false} value={address.to ?? ''} onChange={(to) => change({ to })} />
      </fieldset>
      <form className={styles.byCode} onSubmit={askCode}>
        <TextInput
          key={address.code}
          name="code"
          label={t('decisions.code')}
          placeholder="HS-2025-00001"
          defaultValue={address.code ?? ''}
        />
        <Button type="submit" variant="default">
          {t('desk.findEvents')}
        </Button>
        {filtered && (
          <Button variant="default" onClick={() => navigate(auditAddress({ tab: 'events' }))}>
            {t('dossiers.clear')}
          </Button>
        )}
      </form>
      {found.isPending && <Loading />}
      {found.error && <Trouble error={found.error} retry={found.refetch} />}
      {found.isSuccess && items.length === 0 && <p className={layout.empty}>{t('desk.noEvents')}</p>}
      {items.length > 0 && <EventTable items={items} people={people} />}
      {found.hasNextPage && (
        <Button variant="default" loading={found.isFetchingNextPage} onClick={() => found.fetchNextPage()}>
          {t('desk.moreEvents')}
        </Button>
      )}
    </section>
  );
}

/** Names that were seen once can still be chosen after the list is narrowed to somebody else. */
function useGathered(parts: readonly Names[]): Names {
  const [known] = useState<Record<string, string>>({});
  return Object.assign(known, ...parts) as Names;
}

function optionsOf(known: Names, value: string | undefined) {
  const missing = value && !known[value] ? [[value, value] as const] : [];
  const sorted = Object.entries(known).sort(([, one], [, other]) => one.localeCompare(other, 'vi'));
  return [...missing, ...sorted].map(([id, label]) => ({ value: id, label }));
}

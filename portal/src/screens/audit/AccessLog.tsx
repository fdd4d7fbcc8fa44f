// The access log, newest first, narrowed by kind, person and days.
import { Button, NativeSelect } from '@mantine/core';
import { useLocation, useSearch } from 'wouter';
import { useAccessLog } from '../../api/audit';
import { DateField } from '../../parts/DateField';
import layout from '../../parts/layout.module.css';
import { Loading } from '../../parts/Loading';
import { Trouble } from '../../parts/Trouble';
import { useWords } from '../../words/WordsProvider';
import { AccessTable } from './AccessTable';
import { accessFilter, accessKinds, type AuditAddress, auditAddress, readAuditAddress } from './address';

export function AccessLog() {
  const { t } = useWords();
  const [, navigate] = useLocation();
  const address = readAuditAddress(useSearch());
  const log = useAccessLog(accessFilter(address));
  const pages = log.data?.pages ?? [];
  const items = pages.flatMap((page) => page.items);
  const people = Object.assign({}, ...pages.map((page) => page.names.people)) as Record<string, string>;
  const offices = Object.assign({}, ...pages.map((page) => page.names.offices)) as Record<string, string>;
  const change = (part: AuditAddress) => navigate(auditAddress({ ...address, ...part, tab: 'access' }), { replace: true });
  const known = Object.entries(people).sort(([, one], [, other]) => one.localeCompare(other, 'vi'));
  const missing = address.person && !people[address.person] ? [[address.person, address.person] as const] : [];
  const filtered = Object.keys(accessFilter(address)).length > 0;
  return (
    <section className={layout.stack} aria-labelledby="access-log">
      <h2 id="access-log">{t('audit.log')}</h2>
      <fieldset className={layout.filters}>
        <legend className="visually-hidden">{t('dossiers.filters')}</legend>
        <NativeSelect
          label={t('audit.kind')}
          value={address.kind ?? ''}
          data={[{ value: '', label: t('filter.any') }, ...accessKinds.map((value) => ({ value, label: t(`access.${value}`) }))]}
          onChange={(event) => change({ kind: accessKinds.find((each) => each === event.currentTarget.value) })}
        />
        <NativeSelect
          label={t('audit.person')}
          value={address.person ?? ''}
          data={[{ value: '', label: t('filter.any') }, ...[...missing, ...known].map(([value, label]) => ({ value, label }))]}
          onChange={(event) => change({ person: event.currentTarget.value || undefined })}
        />
        <DateField label={t('audit.from')} required={false} value={address.from ?? ''} onChange={(from) => change({ from })} />
        <DateField label={t('audit.to')} required={false} value={address.to ?? ''} onChange={(to) => change({ to })} />
      </fieldset>
      {log.isPending && <Loading />}
      {log.error && <Trouble error={log.error} retry={log.refetch} />}
      {log.isSuccess && items.length === 0 && (
        <p className={layout.empty}>{filtered ? t('audit.noneFiltered') : t('audit.none')}</p>
      )}
      {items.length > 0 && <AccessTable items={items} people={people} offices={offices} />}
      {log.hasNextPage && (
        <Button variant="default" loading={log.isFetchingNextPage} onClick={() => log.fetchNextPage()}>
          {t('audit.more')}
        </Button>
      )}
    </section>
  );
}

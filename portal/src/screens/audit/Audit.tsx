// "Nhật ký và kiểm tra": verifying the history, what was done by whom, and who read what.
import { useSearch } from 'wouter';
import layout from '../../parts/layout.module.css';
import { PageHeading } from '../../parts/PageHeading';
import { TabLinks } from '../../parts/TabLinks';
import { useWords } from '../../words/WordsProvider';
import { AccessLog } from './AccessLog';
import { auditAddress, auditTabs, readAuditAddress, tabOf } from './address';
import { DossierCheck } from './DossierCheck';
import { EventSearch } from './EventSearch';
import { StoreCheck } from './StoreCheck';

export default function Audit() {
  const { t } = useWords();
  const tab = tabOf(readAuditAddress(useSearch()));
  return (
    <div className={layout.stack}>
      <PageHeading title={t('audit.title')} />
      <TabLinks
        label={t('audit.title')}
        tabs={auditTabs.map((each) => ({
          href: auditAddress({ tab: each }),
          label: t(`desk.audit.${each}`),
          current: each === tab,
        }))}
      />
      {tab === 'verify' && (
        <>
          <StoreCheck />
          <DossierCheck />
        </>
      )}
      {tab === 'events' && <EventSearch />}
      {tab === 'access' && <AccessLog />}
    </div>
  );
}

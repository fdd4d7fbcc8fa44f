// "Hồ sơ": every dossier in scope, found by words and by filter.
import { Button } from '@mantine/core';
import { useLocation, useSearch } from 'wouter';
import { linesOf, useSearch as useDossierSearch } from '../../api/lists';
import { DossierList } from '../../parts/DossierList';
import { DossierSearch } from '../../parts/DossierSearch';
import { ExportButtons } from '../../parts/ExportButtons';
import { ListSettings } from '../../parts/ListSettings';
import { PageHeading } from '../../parts/PageHeading';
import { SavedViews } from '../../parts/SavedViews';
import { useSearchText } from '../../parts/useSearchText';
import { useWords } from '../../words/WordsProvider';
import { dossierAddress, filterOf, readDossierAddress } from './address';
import styles from './Dossiers.module.css';
import { ExtraFilters } from './ExtraFilters';
import { Filters } from './Filters';
import { SaveView } from './SaveView';

export default function Dossiers() {
  const { t } = useWords();
  const [, navigate] = useLocation();
  const address = readDossierAddress(useSearch());
  const [text] = useSearchText();
  const filter = filterOf(address, text);
  const list = useDossierSearch(filter);
  const total = list.data?.pages[0]?.total;
  const filtered = Object.keys(filter).length > 0;
  const clear = (
    <Button variant="default" onClick={() => navigate('/dossiers', { state: {} })}>
      {t('dossiers.clear')}
    </Button>
  );
  return (
    <>
      <PageHeading title={t('dossiers.title')} />
      <p className={styles.found} role="status">
        {[text && t('dossiers.searched', { text }), total !== undefined && t('dossiers.found', { n: total })]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <div className={styles.search}>
        <DossierSearch />
      </div>
      <Filters
        address={address}
        text={text}
        onChange={(wanted) => navigate(dossierAddress(wanted), { state: { text } })}
      />
      <ExtraFilters address={address} onChange={(wanted) => navigate(dossierAddress(wanted), { state: { text } })} />
      <div className={styles.tools}>
        {filtered && clear}
        <ExportButtons filter={filter} />
        {filtered && <SaveView filter={filter} />}
        <SavedViews removable />
        <ListSettings />
      </div>
      <DossierList of={JSON.stringify(filter)} lines={linesOf(list.data)} list={list} empty={<p>{t('dossiers.empty')}</p>} />
    </>
  );
}

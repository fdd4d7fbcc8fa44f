// One dossier: what it is, its route, its parts, and what may be done with it.
import { useSearch } from 'wouter';
import { useDossier } from '../../api/dossier';
import { Refusal } from '../../api/Refusal';
import { ChangedNotice } from '../../live/ChangedNotice';
import { KeyboardHelpButton } from '../../parts/KeyboardHelpButton';
import { Loading } from '../../parts/Loading';
import { TroublePage } from '../../parts/TroublePage';
import { useWords } from '../../words/WordsProvider';
import NotFound from '../not-found/NotFound';
import { DecisionPanel, decisionPanelId } from './decide/DecisionPanel';
import styles from './DossierPage.module.css';
import { DossierHeader } from './DossierHeader';
import { LogStatus } from './LogStatus';
import { RouteMap } from './RouteMap';
import { readSection } from './sections';
import { SectionNav } from './SectionNav';
import { WholeDossier } from './WholeDossier';

export default function DossierPage({ id }: { id: string }) {
  const { data: dossier, error, refetch } = useDossier(id);
  const { t } = useWords();
  const section = readSection(useSearch());
  if (error instanceof Refusal && error.status === 404) return <NotFound />;
  if (error && !dossier) return <TroublePage error={error} retry={refetch} />;
  if (!dossier) return <Loading />;
  const Section = section.part;
  return (
    <>
      <ChangedNotice dossier={id} version={dossier.version} />
      <DossierHeader dossier={dossier} />
      <RouteMap dossier={dossier} />
      <div className={styles.columns}>
        <div className={styles.parts}>
          <SectionNav dossier={id} current={section.name} />
          <h2 className="print-only">{t(`dossier.tab.${section.name}`)}</h2>
          <Section dossier={dossier} />
          <WholeDossier dossier={dossier} open={section.name} />
        </div>
        <div className={styles.side}>
          <DecisionPanel dossier={dossier} />
          <LogStatus dossier={id} />
          <KeyboardHelpButton />
        </div>
      </div>
      <a href={`#${decisionPanelId}`} className={`${styles.jump} no-print`}>
        {t('decide.title')}
      </a>
    </>
  );
}

// "Việc của đơn vị": what needs the unit now, its letters with their dossiers, what it owes, and where it can nominate.
import { useMe } from '../../../api/me';
import { useUnitDossiers } from '../../../api/unitDossiers';
import { Loading } from '../../../parts/Loading';
import { PageHeading } from '../../../parts/PageHeading';
import { Trouble } from '../../../parts/Trouble';
import { Vi } from '../../../parts/Vi';
import { useWords } from '../../../words/WordsProvider';
import styles from '../Units.module.css';
import { DutiesDue } from './DutiesDue';
import { Letters } from './Letters';
import { NeedsNow } from './NeedsNow';
import { needsOf } from './needs';
import { OpenOccasions } from './OpenOccasions';

export default function UnitHome() {
  const { t } = useWords();
  const { data: me } = useMe();
  const { data, error, refetch } = useUnitDossiers(me?.office);
  return (
    <>
      <div className={styles.header}>
        <PageHeading title={t('units.title')} />
        <p className={styles.soft}>
          <Vi>{me?.office_name}</Vi>
        </p>
      </div>
      {error && !data && <Trouble error={error} retry={refetch} />}
      {!error && !data && <Loading />}
      {data && me?.office && (
        <div className={styles.columns}>
          <div className={styles.cards}>
            <NeedsNow needs={needsOf(data.items)} unit={me.office} />
            <Letters unit={me.office} lines={data.items} />
          </div>
          <div className={styles.cards}>
            <OpenOccasions today={me.today} />
            <DutiesDue unit={me.office} today={me.today} />
          </div>
        </div>
      )}
    </>
  );
}

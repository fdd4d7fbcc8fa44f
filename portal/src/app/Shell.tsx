// The frame of every page once work has begun: bar, rail, the screen, and what may lie over it.
import { lazy, Suspense } from 'react';
import { useMe } from '../api/me';
import type { Session } from '../api/session';
import { KeyboardHelp } from '../parts/KeyboardHelp';
import { Loading } from '../parts/Loading';
import { Toast } from '../parts/Toast';
import { PrintHead } from '../print/PrintHead';
import { useWords } from '../words/WordsProvider';
import { ActingForStrip } from './ActingForStrip';
import { Bar } from './Bar';
import { GoToKeys } from './GoToKeys';
import { placesFor } from './menu';
import { Rail } from './Rail';
import { Screens } from './Screens';
import { SessionExpiry } from './SessionExpiry';
import styles from './Shell.module.css';

const JobTray = lazy(() => import('../parts/JobTray'));
const Live = lazy(() => import('../live/Live'));

export function Shell({ session }: { session: Session }) {
  const { t } = useWords();
  const { data: me } = useMe();
  return (
    <div className={styles.shell}>
      <a className={styles.skip} href="#main">
        {t('app.skip')}
      </a>
      <Bar session={session} />
      <Rail me={me} />
      <div className={styles.body}>
        <main id="main" className={styles.main} tabIndex={-1}>
          <PrintHead person={session.name} />
          <ActingForStrip session={session} />
          <Suspense key={session.appointment} fallback={<Loading />}>
            <Screens />
          </Suspense>
        </main>
        <Suspense fallback={null}>
          <JobTray />
        </Suspense>
      </div>
      <Toast />
      <GoToKeys me={me} />
      <KeyboardHelp places={placesFor(me)} />
      <SessionExpiry session={session} />
      <Suspense>
        <Live session={session.appointment} />
      </Suspense>
    </div>
  );
}

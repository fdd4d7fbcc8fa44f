// The bar on top: what this is, search, notices, language, and who is working.
import { Award, Bell } from 'lucide-react';
import { Link } from 'wouter';
import { useUnreadCount } from '../api/notices';
import type { Session } from '../api/session';
import { LiveSign } from '../live/LiveSign';
import { DossierSearch } from '../parts/DossierSearch';
import { useWords } from '../words/WordsProvider';
import styles from './Bar.module.css';
import { LanguageSwitch } from './LanguageSwitch';
import { PersonMenu } from './PersonMenu';

export function Bar({ session }: { session: Session }) {
  const { t } = useWords();
  const { data: unread = 0 } = useUnreadCount();
  return (
    <header className={`${styles.bar} no-print`}>
      <Link href="/" className={styles.name}>
        <Award size={26} className={styles.seal} aria-hidden />
        <span className={styles.nameText}>{t('app.name')}</span>
      </Link>
      <div className={styles.search}>
        <DossierSearch />
      </div>
      <LiveSign />
      <Link href="/notices" className={styles.bell} aria-label={t('app.notices', { n: unread })}>
        <Bell size={20} aria-hidden />
        {unread > 0 && (
          <span className={styles.count} aria-hidden>
            {unread > 99 ? '99+' : unread}
          </span>
        )}
      </Link>
      <LanguageSwitch />
      <PersonMenu session={session} />
    </header>
  );
}

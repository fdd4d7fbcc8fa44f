// Parts of one screen as links, the current one marked.
import { Link } from 'wouter';
import styles from './TabLinks.module.css';

interface TabLinksProps {
  readonly label: string;
  readonly tabs: readonly { href: string; label: string; current: boolean }[];
}

export function TabLinks({ label, tabs }: TabLinksProps) {
  return (
    <nav className="no-print" aria-label={label}>
      <ul className={styles.tabs}>
        {tabs.map((tab) => (
          <li key={tab.href}>
            <Link href={tab.href} className={styles.tab} aria-current={tab.current ? 'page' : undefined}>
              {tab.label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

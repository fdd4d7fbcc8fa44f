// Which parts of the administration a person can use.
import { type Me, may } from '../../api/me';

export type AdminSection = 'accounts' | 'appointments' | 'definitions' | 'webhooks' | 'account';

export function sectionsFor(me: Me): readonly AdminSection[] {
  const sections: readonly (readonly [AdminSection, boolean])[] = [
    ['accounts', may(me, 'manage_accounts')],
    ['appointments', may(me, 'manage_appointments')],
    ['definitions', may(me, 'read_definitions')],
    ['account', true],
    ['webhooks', may(me, 'read_webhooks')],
  ];
  return sections.flatMap(([section, possible]) => (possible ? [section] : []));
}

// Which parts of the administration a role can use.
import type { Schema } from '../../api/client';

export type AdminSection = 'accounts' | 'appointments' | 'definitions' | 'webhooks' | 'account';

export function sectionsFor(role: Schema['Role'] | undefined): readonly AdminSection[] {
  if (role === 'administrator') return ['accounts', 'appointments', 'definitions', 'webhooks', 'account'];
  if (role === 'definition_manager' || role === 'auditor') return ['definitions', 'webhooks', 'account'];
  return ['account', 'webhooks'];
}

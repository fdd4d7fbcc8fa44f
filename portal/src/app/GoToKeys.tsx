// "g" and a letter go to the places that the person's menu has; shows nothing itself.
import { useLocation } from 'wouter';
import type { Me } from '../api/me';
import { useShortcuts } from '../parts/useShortcuts';
import { placesFor } from './menu';

export function GoToKeys({ me }: { me: Me | undefined }) {
  const [, navigate] = useLocation();
  useShortcuts(Object.fromEntries(placesFor(me).map(({ keys, href }) => [keys, () => navigate(href)])));
  return null;
}
